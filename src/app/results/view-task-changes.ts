import { Type } from 'typebox'
import { rectificationTaskChange } from '../../domain/results/index.ts'
import { getRecordData } from '../records/record-data.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import { changesOf } from './task-change-behaviour.ts'

/** 延期和免予整改申请 of a task, oldest first, and whether this person may ask now. */
export const viewTaskChanges = defineUseCase({
  id: 'results.viewTaskChanges',
  title: '查看整改任务的延期和免予整改申请',
  stage: 'results',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object({ recordId: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  output: Type.Object({
    projectId: Type.Union([Type.String(), Type.Null()]),
    canAsk: Type.Boolean(),
    items: Type.Array(
      Type.Object({
        recordId: Type.String(),
        about: Type.String(),
        newDueOn: Type.Union([Type.String(), Type.Null()]),
        reason: Type.String(),
        stateTitle: Type.String(),
      }),
    ),
  }),
  run: async (context, { recordId }) => {
    const { record } = await getRecordData(context, recordId)
    const changes = await changesOf(context, record)
    const { states } = rectificationTaskChange.workflow
    const isAsking = changes.some(({ state }) => !states[state]?.isFinal)
    const isInHands = record.kind === 'results.task' && ['open', 'planned'].includes(record.state)
    return {
      projectId: record.projectId,
      canAsk: isInHands && !isAsking && rectificationTaskChange.createdBy.includes(context.actor.role),
      items: changes.map(({ id, state, content }) => ({
        recordId: id,
        about: ABOUT[String(content['changeType'] ?? '')] ?? '未填写',
        newDueOn: typeof content['newDueOn'] === 'string' ? content['newDueOn'] : null,
        reason: typeof content['reason'] === 'string' ? content['reason'] : '',
        stateTitle: states[state]?.title ?? state,
      })),
    }
  },
})

const ABOUT: Readonly<Record<string, string>> = { extension: '延长整改期限', exemption: '免予整改' }
