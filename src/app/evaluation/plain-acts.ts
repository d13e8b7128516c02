import { financeEvaluation, selfEvaluation } from '../../domain/evaluation/index.ts'
import { defineAct } from '../records/act.ts'

/** Acts that only move the record: the workflow table says all there is to say about them. */
export const returnSelfEvaluation = defineAct(selfEvaluation, 'return')
export const returnFinanceEvaluation = defineAct(financeEvaluation, 'return')
