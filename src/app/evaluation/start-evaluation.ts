import { departmentEvaluation, financeEvaluation, isOwnEvaluation } from '../../domain/evaluation/index.ts'
import type { EvaluationFinanceContent } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import { withoutHidden } from '../../domain/forms/shown.ts'
import { addDays, type DateText } from '../../domain/shared/dates.ts'
import type { RecordKind } from '../../domain/workflow/record-kind.ts'
import { endAssignments } from '../../storage/assignment-repository.ts'
import type { Context } from '../kernel/context.ts'
import { defineAct } from '../records/act.ts'
import type { RecordData } from '../records/record-data.ts'
import { beginEngagement, moveEngagement } from './agency/begin-engagement.ts'
import { checkExecutor } from './commission.ts'
import { beginGroup, dissolveGroup, membersOf } from './own/index.ts'

/**
 * 启动评价: with a group of the office every member is asked to declare and pledge; an institution is
 * offered the task, and the project opens to it once it has pledged.
 */
export const startEvaluation = startOf(financeEvaluation)
export const startForDepartment = startOf(departmentEvaluation)

function startOf(kind: RecordKind) {
  return defineAct(kind, 'assign', {
    gate: checkExecutor,
    complete: completeStart,
    effect: async (context, data) => {
      const content = data.content as EvaluationFinanceContent
      if (!data.project) return
      if (isOwnEvaluation(content)) await beginGroup(context, data, data.project)
      else if (content.agency) await beginEngagement(context, data, data.project, content)
    },
  })
}

/** What belongs to the other way is left out; the members of a group stand in the record from here on. */
async function completeStart(context: Context, data: RecordData): Promise<Content> {
  const { members: _members, ...content } = withoutHidden(data.form, data.content)
  if (!isOwnEvaluation(content) || !data.project) return content
  return { ...content, members: await membersOf(context, data, data.project) } as Content
}

/** 撤回: whoever holds the task sees the project no more, and the evaluation can be organised anew. */
export const withdrawEvaluation = withdrawOf(financeEvaluation)
export const withdrawForDepartment = withdrawOf(departmentEvaluation)

function withdrawOf(kind: RecordKind) {
  return defineAct(kind, 'withdraw', {
    complete: async (_context, { content }) => {
      const { members: _members, ...rest } = content
      return rest
    },
    effect: async (context, data) => {
      if (isOwnEvaluation(data.content)) await dissolveGroup(context, data)
      else await moveEngagement(context, data, 'cancel')
      await endAssignments(context.db, data.record, dayBefore(context.today))
    },
  })
}

/** The last day is inclusive: yesterday ends the view now. */
function dayBefore(today: DateText): DateText {
  return addDays(today, -1)
}
