import { targetSheet } from '../../domain/targets/index.ts'
import { defineAct } from '../records/act.ts'

export const refuseTarget = defineAct(targetSheet, 'refuse')
