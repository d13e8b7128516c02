import type { TargetsAdjustmentContent, TargetsSheetContent } from '../../domain/forms/contents.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { computeAdjustmentWindow } from '../../domain/targets/compute/index.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import { findFrozen } from '../../storage/frozen-repository.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import { findRecords } from '../../storage/record-repository.ts'
import type { Context } from '../kernel/context.ts'
import { findApprovedTarget } from '../records/approved-target.ts'
import { getRecordData, type RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'

/** The version of the sheet that a request changes, as it was frozen. */
export async function adjustmentBase(context: Context, data: RecordData): Promise<TargetsSheetContent> {
  const { jurisdictionId, subjectId } = data.record
  const { baseVersion } = data.content as TargetsAdjustmentContent
  const frozen = subjectId ? await findFrozen(context.db, { jurisdictionId, id: subjectId }) : []
  const version = frozen.find(({ number }) => number === baseVersion)
  if (!version) throw new Error(`adjustment ${data.record.id} has no base version`)
  return (version.content as { readonly content: TargetsSheetContent }).content
}

/** Rule TGT-006 for today: open until the last day of the year's window and until the self-evaluation. */
export async function adjustmentWindow(context: Context, data: RecordData) {
  const { project, record } = data
  const self = project && (await findRecords(context.db, { ...ofProject(project), kind: 'evaluation.self' }))
  const begun = self?.[0]
  return computeAdjustmentWindow(
    {
      fiscalYear: record.fiscalYear,
      requestedOn: context.today,
      selfEvaluationBegunOn: begun ? dayOf(begun.createdAt) : null,
    },
    rulesOf(context, data),
  )
}

/**
 * The sheet a request is about, held until the transaction ends.
 * @throws DomainError VERSION_CONFLICT with both versions when it was adjusted meanwhile
 */
export async function lockBase(context: Context, data: RecordData): Promise<RecordData> {
  const { project, record, content } = data
  const sheet = await getRecordData(context, record.subjectId ?? '', { isLocked: true })
  const current = project && (await findApprovedTarget(context, project))
  const { baseVersion } = content as TargetsAdjustmentContent
  if (current?.version === baseVersion) return sheet
  throw new DomainError(
    'VERSION_CONFLICT',
    `本申请依据绩效目标第${baseVersion ?? ''}版，现行已是第${current?.version ?? ''}版。请退回申请单位，按现行版本重新申请。`,
    { yours: baseVersion ?? null, current: current?.version ?? null, content: current?.content ?? null },
  )
}

function ofProject({ jurisdictionId, id }: ProjectRow) {
  return { jurisdictionId, projectId: id }
}
