import { Type } from 'typebox'
import type {
  EvaluationSelfContent,
  EvaluationSelfScoresRow,
  TargetsLibraryChangeContent,
  TargetsSheetIndicatorsRow,
} from '../../domain/forms/contents.ts'
import {
  activeOf,
  findInLibrary,
  type RevisionReason,
  tellEvaluation,
} from '../../domain/indicators/index.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import { readLocalLibrary } from '../indicators/local-library.ts'
import { defineUseCase } from '../kernel/use-case.ts'
import { findApprovedTarget } from '../records/approved-target.ts'
import { BeginOutput } from '../records/begin-record.ts'
import { getRecordData, type RecordData } from '../records/record-data.ts'
import { libraryChange } from '../../domain/targets/index.ts'
import { makeProposal } from './begin-library-change.ts'

const REASONS = ['targetTooLow', 'targetTooHigh', 'cannotMeasure', 'definitionUnclear'] as const

/**
 * 由评价结果提出指标库修订: an evaluated indicator becomes the draft of a proposal, with what the
 * evaluation found written into it. One that the library does not have becomes the draft of an addition.
 */
export const proposeFromEvaluation = defineUseCase({
  id: 'targets.proposeFromEvaluation',
  title: '由评价结果提出指标库修订',
  stage: 'targets',
  kind: 'command',
  by: libraryChange.createdBy,
  input: Type.Object(
    {
      recordId: Type.String({ format: 'uuid' }),
      /** The evaluated row, by the id it has in the self-evaluation. */
      rowId: Type.String({ format: 'uuid' }),
      reason: Type.Union(REASONS.map((one) => Type.Literal(one))),
    },
    { additionalProperties: false },
  ),
  output: BeginOutput,
  run: async (context, { recordId, rowId, reason }) => {
    const evaluation = await getRecordData(context, recordId)
    const { project, row } = evaluatedRow(evaluation, rowId)
    const { entries } = await readLocalLibrary(context, context.actor.jurisdictionId)
    const target = (await findApprovedTarget(context, project, evaluation.record.createdAt))?.indicators.find(
      ({ id }) => id === row.indicatorId,
    )
    const current = findInLibrary(activeOf(entries), target ?? { name: row.name ?? '' })
    const { record } = await makeProposal(context, current ? 'revise' : 'add', current, {
      ...(current ? {} : drafted(target, row)),
      reason: reason as RevisionReason,
      evaluationId: evaluation.record.id,
      evaluationRowId: rowId,
      evaluationNote: tellEvaluation(row, project).slice(0, 2000),
    })
    return { recordId: record.id, version: record.version }
  },
})

function evaluatedRow(
  { kind, record, project, content }: RecordData,
  rowId: string,
): { readonly project: ProjectRow; readonly row: EvaluationSelfScoresRow } {
  if (kind.kind !== 'evaluation.self' || !project) {
    throw new DomainError('NOT_FOUND', '没有找到这份自评表，请从项目档案进入。')
  }
  if (record.state !== 'confirmed') {
    throw new DomainError('ACTION_NOT_AVAILABLE', '自评结果还没有确认，请在确认后再据此提出修订。')
  }
  const row = (content as EvaluationSelfContent).scores?.find(({ id }) => id === rowId)
  if (!row) throw new DomainError('NOT_FOUND', '自评表中没有这一行指标，请刷新后重新选择。')
  return { project, row }
}

/** What the approved target says of an indicator the library does not have yet. */
function drafted(
  target: TargetsSheetIndicatorsRow | undefined,
  row: EvaluationSelfScoresRow,
): TargetsLibraryChangeContent {
  const { level1, level2, kind, operator, unit, accumulation, basis, obtaining, source, evidence } =
    target ?? {}
  const isCostUnderOutput = level2 === 'outputCost'
  return {
    name: (target?.name ?? row.name ?? '').slice(0, 60),
    level1: isCostUnderOutput ? 'cost' : (level1 ?? null),
    level2: level2 === 'outputCost' ? 'economicCost' : (level2 ?? null),
    kind: kind ?? null,
    operator: operator === 'gt' || operator === 'lt' ? null : (operator ?? null),
    unit: unit ?? null,
    accumulation: accumulation ?? null,
    definition: (target?.explanation ?? '').slice(0, 600),
    basis: basis ?? null,
    obtaining: obtaining ?? null,
    dataSource: source ?? null,
    evidence: evidence ?? null,
    example: (row.targetText ?? '').slice(0, 60),
  }
}
