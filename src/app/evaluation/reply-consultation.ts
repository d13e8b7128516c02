import { departmentEvaluation, financeEvaluation } from '../../domain/evaluation/index.ts'
import { defineAct } from '../records/act.ts'

/** 回复意见. */
export const replyConsultation = defineAct(financeEvaluation, 'reply')
export const replyToDepartment = defineAct(departmentEvaluation, 'reply')
