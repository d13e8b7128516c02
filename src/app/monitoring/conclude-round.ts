import { monitoringRound } from '../../domain/monitoring/index.ts'
import { defineAct } from '../records/act.ts'

/** 形成监控结论. */
export const concludeRound = defineAct(monitoringRound, 'conclude')
