import { departmentEvaluation, financeEvaluation } from '../../domain/evaluation/index.ts'
import type { EvaluationFinanceContent } from '../../domain/forms/contents.ts'
import { addDays, type DateText } from '../../domain/shared/dates.ts'
import type { RecordKind } from '../../domain/workflow/record-kind.ts'
import { endAssignments } from '../../storage/assignment-repository.ts'
import { defineAct } from '../records/act.ts'
import { beginEngagement, moveEngagement } from './agency/begin-engagement.ts'
import { checkCommission } from './commission.ts'

/** 委托第三方评价: the institution is offered the task; the project opens to it once it has pledged. */
export const assignAgency = assignOf(financeEvaluation)
export const assignForDepartment = assignOf(departmentEvaluation)

function assignOf(kind: RecordKind) {
  return defineAct(kind, 'assign', {
    gate: checkCommission,
    effect: async (context, data) => {
      const content = data.content as EvaluationFinanceContent
      if (data.project && content.agency) await beginEngagement(context, data, data.project, content)
    },
  })
}

/** 撤回委托: whoever holds the task sees the project no more, and another institution can be chosen. */
export const withdrawCommission = withdrawOf(financeEvaluation)
export const withdrawForDepartment = withdrawOf(departmentEvaluation)

function withdrawOf(kind: RecordKind) {
  return defineAct(kind, 'withdraw', {
    effect: async (context, data) => {
      await moveEngagement(context, data, 'cancel')
      await endAssignments(context.db, data.record, dayBefore(context.today))
    },
  })
}

/** The last day is inclusive: yesterday ends the view now. */
function dayBefore(today: DateText): DateText {
  return addDays(today, -1)
}
