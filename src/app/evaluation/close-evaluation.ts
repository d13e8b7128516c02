import { financeEvaluation } from '../../domain/evaluation/index.ts'
import { defineAct } from '../records/act.ts'

/** 办结. */
export const closeEvaluation = defineAct(financeEvaluation, 'close')
