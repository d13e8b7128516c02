import type { ResultsTaskChangeContent, ResultsTaskContent } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import { rectificationTask, rectificationTaskChange } from '../../domain/results/index.ts'
import { checkTaskChange } from '../../domain/results/checks/index.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { findRecord, findRecords, type RecordRow } from '../../storage/record-repository.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'
import type { RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { taskChangeDocument } from './task-documents.ts'

/** 整改延期或免予整改申请: begun from a task, which it names. */
export const taskChangeBehaviour: RecordBehaviour = {
  kind: rectificationTaskChange.kind,
  prefill: prefillChange,
  assess: async (context, data) => ({
    findings: await checkChange(context, data),
    explanations: {},
    figures: {},
  }),
  documents: { 'rectification-change': taskChangeDocument },
}

async function prefillChange(
  context: Context,
  _project: ProjectRow | undefined,
  subjectId?: string,
): Promise<Content> {
  const task = await taskOf(context, subjectId)
  await requireNoOpenChange(context, task)
  const { problemNumber, problem, completionDueOn, recover_fen } = task.content as ResultsTaskContent
  return {
    ...(problemNumber === undefined ? {} : { problemNumber }),
    ...(problem ? { problem } : {}),
    ...(completionDueOn ? { completionDueOn } : {}),
    ...(recover_fen ? { recover_fen } : {}),
  }
}

/** @throws DomainError ACTION_NOT_AVAILABLE while another request about the task is not decided */
async function requireNoOpenChange(context: Context, task: RecordRow): Promise<void> {
  const open = (await changesOf(context, task)).find(
    ({ state }) => !rectificationTaskChange.workflow.states[state]?.isFinal,
  )
  if (open)
    throw new DomainError('ACTION_NOT_AVAILABLE', '这项整改已有申请正在办理，请先办结原来的申请。', {
      recordId: open.id,
    })
}

/** The task a request is about. @throws DomainError INVALID_INPUT when it names none */
export async function taskOf(
  context: Context,
  subjectId: string | null | undefined,
  options: { readonly isLocked?: boolean } = {},
): Promise<RecordRow> {
  const task = subjectId ? await findRecord(context.db, subjectId, options) : undefined
  if (task?.kind !== rectificationTask.kind)
    throw new DomainError('INVALID_INPUT', '请从整改任务的页面提出延期或免予整改申请。')
  return task
}

/** Every request about a task, oldest first. */
export async function changesOf(
  context: Context,
  { jurisdictionId, id: subjectId }: Pick<RecordRow, 'jurisdictionId' | 'id'>,
): Promise<RecordRow[]> {
  return findRecords(context.db, { jurisdictionId, kind: rectificationTaskChange.kind, subjectId })
}

/** How many extensions of the task were granted before this request. */
async function grantedBefore(context: Context, task: RecordRow, requestId: string): Promise<number> {
  const changes = await changesOf(context, task)
  return changes.filter(
    ({ id, state, content }) =>
      id !== requestId && state === 'granted' && content['changeType'] === 'extension',
  ).length
}

/** Whether the request may go on; nothing is said of one that is decided. */
export async function checkChange(context: Context, data: RecordData): Promise<Finding[]> {
  const { record } = data
  if (rectificationTaskChange.workflow.states[record.state]?.isFinal) return []
  const task = await taskOf(context, record.subjectId)
  const granted = await grantedBefore(context, task, record.id)
  const { completionDueOn } = task.content as ResultsTaskContent
  return checkTaskChange(
    data.content as ResultsTaskChangeContent,
    { taskState: task.state, dueOn: completionDueOn ?? null, granted, today: context.today },
    rulesOf(context, data),
  )
}
