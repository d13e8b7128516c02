import { selfEvaluation } from '../../domain/evaluation/index.ts'
import { defineAct } from '../records/act.ts'

/** 确认自评结果. */
export const confirmSelfEvaluation = defineAct(selfEvaluation, 'confirm')
