import { monitoringRound } from '../../domain/monitoring/index.ts'
import { defineAct } from '../records/act.ts'

/** 报送监控情况: money and indicators together, or not at all. */
export const submitRound = defineAct(monitoringRound, 'submit')
