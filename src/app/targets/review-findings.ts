import { Type } from 'typebox'
import type { TargetsReviewFindingContent } from '../../domain/forms/contents.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { reviewFinding } from '../../domain/targets/index.ts'
import { dayOf, roleTitle } from '../../domain/workflow/sentences.ts'
import { findProject } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { BUSINESS, defineUseCase } from '../kernel/use-case.ts'
import { defineAct } from '../records/act.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'
import { type BeginUseCase, defineBegin } from '../records/begin-record.ts'
import { findRecordData, getRecordData, type RecordData } from '../records/record-data.ts'

/** States of a sheet in which somebody may still have a point about it. */
const UNDER_REVIEW = ['declared', 'reviewed', 'rechecked']

export const reviewFindingBehaviour: RecordBehaviour = {
  kind: reviewFinding.kind,
  prefill: async ({ actor }) => ({ raisedBy: `${actor.organisationName}（${roleTitle(actor.role)}）` }),
}

const begin = defineBegin(reviewFinding, reviewFindingBehaviour)

/**
 * 提出审核意见: about a sheet that is under review.
 * @throws DomainError NOT_FOUND, INVALID_INPUT without a sheet, ACTION_NOT_AVAILABLE when it is not under review
 */
export const beginReviewFinding: BeginUseCase = {
  ...begin,
  run: async (context, input) => {
    if (input.projectId && !(await findProject(context.db, input.projectId)))
      throw new DomainError('NOT_FOUND', '没有找到这个项目，可能已移交或不在您的管理范围内。')
    if (!input.subjectId)
      throw new DomainError('INVALID_INPUT', '请从绩效目标申报表的“三方意见对照”提出审核意见。')
    const { record } = await getRecordData(context, input.subjectId)
    if (record.kind !== 'targets.sheet' || !UNDER_REVIEW.includes(record.state))
      throw new DomainError('ACTION_NOT_AVAILABLE', '绩效目标不在审核中，不能再提出审核意见。')
    return begin.run(context, input)
  },
}

export const reviewFindingActs = ['raise', 'reply', 'close', 'reopen', 'withdraw'].map((action) =>
  defineAct(reviewFinding, action),
)

/** The points raised about a sheet, oldest first; those withdrawn or not yet raised say nothing. */
export async function findingsAbout(
  context: Context,
  { record, project }: RecordData,
): Promise<RecordData[]> {
  if (!project) return []
  const where = { jurisdictionId: record.jurisdictionId, projectId: project.id, kind: reviewFinding.kind }
  const all = await findRecordData(context, { ...where, subjectId: record.id })
  return all.filter(({ record: { state } }) => state !== 'draft' && state !== 'withdrawn')
}

export async function openFindings(context: Context, data: RecordData) {
  const found = await findingsAbout(context, data)
  return found
    .filter(({ record }) => record.state !== 'closed')
    .map(({ record, content }) => ({
      place: (content as TargetsReviewFindingContent).place ?? '',
      state: reviewFinding.workflow.states[record.state]?.title ?? record.state,
    }))
}

/** One point as the comparison and the printed review show it. */
export function presentFinding({ record, content, acts }: RecordData) {
  const { raisedBy, place, text, reply } = content as TargetsReviewFindingContent
  const closed = acts.findLast(({ action }) => action === 'close')
  return {
    recordId: record.id,
    raisedBy: raisedBy ?? '',
    place: place ?? '',
    text: text ?? '',
    reply: reply ?? '',
    stateTitle: reviewFinding.workflow.states[record.state]?.title ?? record.state,
    closedBy: closed && record.state === 'closed' ? `${closed.personName} ${dayOf(closed.actedAt)}` : null,
  }
}

/** 审核意见一览: every point raised about a sheet, who raised it, the reply, who closed it. */
export const listReviewFindings = defineUseCase({
  id: 'targets.listReviewFindings',
  title: '查看绩效目标审核意见',
  stage: 'targets',
  kind: 'query',
  by: BUSINESS,
  input: Type.Object({ recordId: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  output: Type.Object({
    findings: Type.Array(
      Type.Object({
        recordId: Type.String(),
        raisedBy: Type.String(),
        place: Type.String(),
        text: Type.String(),
        reply: Type.String(),
        stateTitle: Type.String(),
        closedBy: Type.Union([Type.String(), Type.Null()]),
      }),
    ),
  }),
  run: async (context, { recordId }) => {
    const data = await getRecordData(context, recordId)
    return { findings: (await findingsAbout(context, data)).map(presentFinding) }
  },
})
