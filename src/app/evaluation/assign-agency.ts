import { financeEvaluation } from '../../domain/evaluation/index.ts'
import { defineAct } from '../records/act.ts'

/** 委托第三方评价. */
export const assignAgency = defineAct(financeEvaluation, 'assign')
