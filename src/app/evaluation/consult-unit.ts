import { financeEvaluation } from '../../domain/evaluation/index.ts'
import { defineAct } from '../records/act.ts'

/** 征求被评价单位意见. */
export const consultUnit = defineAct(financeEvaluation, 'consult')
