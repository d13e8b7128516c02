import type { ResultsTaskChangeContent, ResultsTaskContent } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import { rectificationTaskChange } from '../../domain/results/index.ts'
import type { Context } from '../kernel/context.ts'
import { type ActOutput, defineAct, performSystemAct } from '../records/act.ts'
import { getRecordData, type RecordData } from '../records/record-data.ts'
import { checkChange, taskOf } from './task-change-behaviour.ts'

/** 提出申请. */
export const askTaskChange = defineAct(rectificationTaskChange, 'ask', { gate: checkChange })

/** 同意上报. */
export const supportTaskChange = defineAct(rectificationTaskChange, 'support', { gate: checkChange })

/** 批准申请: the task gets its new day, or ends without being verified. */
export const grantTaskChange = defineAct(rectificationTaskChange, 'grant', {
  gate: async (context, data) => {
    await taskOf(context, data.record.subjectId, { isLocked: true })
    return checkChange(context, data)
  },
  effect: changeTask,
})

/** 不予批准: the task stays as it is. */
export const refuseTaskChange = defineAct(rectificationTaskChange, 'refuse')

/** 退回修改. */
export const returnTaskChange = defineAct(rectificationTaskChange, 'return')

/** 撤回申请: by the unit that asked, until it is decided. */
export const withdrawTaskChange = defineAct(rectificationTaskChange, 'withdraw')

async function changeTask(context: Context, data: RecordData, { documentNumber }: ActOutput): Promise<void> {
  const { changeType, newDueOn } = data.content as ResultsTaskChangeContent
  const { id } = await taskOf(context, data.record.subjectId)
  const task = await getRecordData(context, id, { isLocked: true })
  if (changeType === 'exemption') {
    await performSystemAct(context, task, 'exempt', { documentNumber })
    return
  }
  if (!newDueOn) return
  const content = extended(task.content as ResultsTaskContent, newDueOn)
  const action = task.record.state === 'open' ? 'postpone' : 'extend'
  await performSystemAct(context, { ...task, content }, action, { content, documentNumber })
}

/** The day before the first extension is kept; the day for the measures stays as it is. */
function extended(content: ResultsTaskContent, newDueOn: string): Content {
  const first = content.firstDueOn ?? content.completionDueOn
  return { ...content, completionDueOn: newDueOn, ...(first ? { firstDueOn: first } : {}) } as Content
}
