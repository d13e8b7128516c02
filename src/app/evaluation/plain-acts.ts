import { departmentEvaluation, financeEvaluation, selfEvaluation } from '../../domain/evaluation/index.ts'
import type { RecordKind } from '../../domain/workflow/record-kind.ts'
import { defineAct } from '../records/act.ts'
import { moveEngagement } from './agency/begin-engagement.ts'

/** Only moves the record: the workflow table says all there is to say about it. */
export const returnSelfEvaluation = defineAct(selfEvaluation, 'return')

/** 退回修改报告: what was accepted of the report is accepted anew afterwards. */
export const returnFinanceEvaluation = returnOf(financeEvaluation)
export const returnDepartmentEvaluation = returnOf(departmentEvaluation)

function returnOf(kind: RecordKind) {
  return defineAct(kind, 'return', {
    effect: async (context, data) => moveEngagement(context, data, 'reopen'),
  })
}
