import { selfEvaluation } from '../../domain/evaluation/index.ts'
import { defineAct } from '../records/act.ts'

/** 提交自评. */
export const submitSelfEvaluation = defineAct(selfEvaluation, 'submit')
