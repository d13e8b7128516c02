import type { ResultsNoticeContent } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import { rectificationNotice, rectificationTask } from '../../domain/results/index.ts'
import { checkNoticeClosing } from '../../domain/results/checks/index.ts'
import { handsOf, roleTitle } from '../../domain/workflow/sentences.ts'
import type { Context } from '../kernel/context.ts'
import { type ActOutput, defineAct } from '../records/act.ts'
import { beginRecord } from '../records/begin-record.ts'
import type { RecordData } from '../records/record-data.ts'
import { checkNoticeContent, findTasks } from './notice-behaviour.ts'
import { taskBehaviour } from './task-behaviour.ts'

/** 送签. */
export const proposeNotice = defineAct(rectificationNotice, 'propose', { gate: checkNoticeContent })

/** 签发整改通知: one problem, one task, in the hands of the unit from the same moment. */
export const issueNotice = defineAct(rectificationNotice, 'issue', {
  gate: checkNoticeContent,
  effect: beginTasks,
})

async function beginTasks(context: Context, data: RecordData, { documentNumber }: ActOutput): Promise<void> {
  const { problems, planDueOn, completionDueOn } = data.content as ResultsNoticeContent
  for (const [index, { problem, requirement, amount_fen }] of (problems ?? []).entries()) {
    const content: Content = {
      ...(documentNumber ? { noticeNumber: documentNumber } : {}),
      problemNumber: index + 1,
      problem: problem ?? '',
      requirement: requirement ?? '',
      ...(amount_fen ? { amount_fen } : {}),
      ...(planDueOn ? { planDueOn } : {}),
      ...(completionDueOn ? { completionDueOn } : {}),
    }
    await beginRecord(context, rectificationTask, taskBehaviour, {
      project: data.project,
      fiscalYear: data.record.fiscalYear,
      subjectId: data.record.id,
      title: `${rectificationTask.title}${index + 1}`,
      content,
    })
  }
}

/** 办结整改通知: every task verified; one that is not is named with whoever has it in hand. */
export const closeNotice = defineAct(rectificationNotice, 'close', {
  gate: async (context, data) => {
    const { problems } = data.content as ResultsNoticeContent
    const tasks = await findTasks(context, data)
    return checkNoticeClosing(
      problems?.length ?? 0,
      tasks.map(({ record, content }) => ({
        problemNumber: Number(content['problemNumber']),
        isVerified: record.state === 'verified',
        stateTitle: whereItStands(record.state),
      })),
    )
  },
})

function whereItStands(state: string): string {
  const title = rectificationTask.workflow.states[state]?.title ?? state
  const hands = handsOf(rectificationTask, state).map(roleTitle).join('或')
  return hands === '' ? title : `${title}，在${hands}`
}
