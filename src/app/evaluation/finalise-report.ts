import { financeEvaluation } from '../../domain/evaluation/index.ts'
import { defineAct } from '../records/act.ts'

/** 提交正式报告. */
export const finaliseReport = defineAct(financeEvaluation, 'finalise')
