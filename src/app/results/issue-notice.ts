import type { ResultsNoticeContent } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import { DONE_STATES, rectificationNotice, rectificationTask } from '../../domain/results/index.ts'
import { checkNoticeClosing } from '../../domain/results/checks/index.ts'
import { handsOf, roleTitle } from '../../domain/workflow/sentences.ts'
import type { Context } from '../kernel/context.ts'
import { type ActOutput, defineAct } from '../records/act.ts'
import { beginRecord } from '../records/begin-record.ts'
import type { RecordData } from '../records/record-data.ts'
import type { CollectedProblem } from './collect-problems.ts'
import { checkNoticeContent, findTasks } from './notice-behaviour.ts'
import { scheduleFollowUps } from './schedule-follow-ups.ts'
import { taskBehaviour } from './task-behaviour.ts'

/** 送签. */
export const proposeNotice = defineAct(rectificationNotice, 'propose', { gate: checkNoticeContent })

/** 签发整改通知: one problem, one task, in the hands of the unit from the same moment. */
export const issueNotice = defineAct(rectificationNotice, 'issue', {
  gate: checkNoticeContent,
  effect: beginTasks,
})

async function beginTasks(context: Context, data: RecordData, { documentNumber }: ActOutput): Promise<void> {
  const { problems, ...notice } = data.content as ResultsNoticeContent
  for (const [index, problem] of (problems ?? []).entries()) {
    const content = taskContent(problem, index + 1, notice)
    await beginRecord(context, rectificationTask, taskBehaviour, {
      project: data.project,
      fiscalYear: data.record.fiscalYear,
      subjectId: data.record.id,
      title: `${rectificationTask.title}${index + 1}`,
      content: { ...(documentNumber ? { noticeNumber: documentNumber } : {}), ...content },
    })
  }
}

/** What a task takes over from its row of the notice; a day of its own goes before the common one. */
function taskContent(
  row: CollectedProblem,
  problemNumber: number,
  { planDueOn, completionDueOn }: Pick<ResultsNoticeContent, 'planDueOn' | 'completionDueOn'>,
): Content {
  const { problem, requirement, evidence, dueOn = completionDueOn, source: _source, ...rest } = row
  const given = { ...rest, basis: evidence, planDueOn, completionDueOn: dueOn }
  return {
    problemNumber,
    problem: problem ?? '',
    requirement: requirement ?? '',
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== '')),
  } as Content
}

/** 办结整改通知: every task verified or exempted; one that is not is named with whoever has it in hand. */
export const closeNotice = defineAct(rectificationNotice, 'close', {
  read: findTasks,
  effect: (context, data, _act, tasks) => scheduleFollowUps(context, data, tasks),
  gate: async (_context, data, _input, tasks) => {
    const { problems } = data.content as ResultsNoticeContent
    return checkNoticeClosing(
      problems?.length ?? 0,
      tasks.map(({ record, content }) => ({
        problemNumber: Number(content['problemNumber']),
        isDone: DONE_STATES.includes(record.state),
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
