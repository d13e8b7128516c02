import type { EvaluationFinanceContent } from '../../domain/forms/contents.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { Grade } from '../../domain/shared/grade.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { findRecordData, type RecordData } from '../records/record-data.ts'

/** The result everything in this stage applies: confirmed by the finance bureau and no longer moving. */
export type ConfirmedEvaluation = {
  readonly data: RecordData
  readonly content: EvaluationFinanceContent
  readonly grade: Grade | null
  readonly score_x100: number | null
  readonly confirmedOn: string
}

/** The newest confirmed finance evaluation of the project, or nothing. */
export async function findConfirmedEvaluation(
  context: Context,
  project: ProjectRow,
): Promise<ConfirmedEvaluation | undefined> {
  const { jurisdictionId, id: projectId } = project
  const evaluations = await findRecordData(context, { jurisdictionId, projectId, kind: 'evaluation.finance' })
  const data = evaluations.findLast(({ record }) => ['confirmed', 'closed'].includes(record.state))
  const act = data?.acts.findLast(({ action }) => action === 'confirm')
  if (!data || !act) return undefined
  const content = data.content as EvaluationFinanceContent
  return {
    data,
    content,
    grade: content.grade ?? null,
    score_x100: content.totalScore_x100 ?? null,
    confirmedOn: dayOf(act.actedAt),
  }
}

/** @throws DomainError ACTION_NOT_AVAILABLE while there is no confirmed result to apply */
export async function getConfirmedEvaluation(
  context: Context,
  project: ProjectRow,
): Promise<ConfirmedEvaluation> {
  const evaluation = await findConfirmedEvaluation(context, project)
  if (evaluation) return evaluation
  throw new DomainError(
    'ACTION_NOT_AVAILABLE',
    '这个项目的财政绩效评价结果还没有确认，请先确认评价结果，再办理结果应用。',
  )
}
