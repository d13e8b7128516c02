import { financeEvaluation } from '../../domain/evaluation/index.ts'
import { defineAct } from '../records/act.ts'

/** 确认评价结果. */
export const confirmResult = defineAct(financeEvaluation, 'confirm')
