import { Type } from 'typebox'
import { unitCostText } from '../../../domain/exante/compute/index.ts'
import { COMPARISON_READERS } from '../../../domain/exante/comparison-readers.ts'
import { exanteEvaluation } from '../../../domain/exante/index.ts'
import { DomainError } from '../../../domain/shared/errors.ts'
import { type Fraction, toDecimal } from '../../../domain/shared/fraction.ts'
import { defineUseCase } from '../../kernel/use-case.ts'
import { getRecordData } from '../../records/record-data.ts'
import { unitCostWords } from './comparison-content.ts'
import { compareProject } from './project-comparison.ts'

/** `yuan` is for drawing only; `text` is what people read. */
const Cost = Type.Union([Type.Null(), Type.Object({ text: Type.String(), yuan: Type.Number() })])
const MaybeText = Type.Union([Type.String(), Type.Null()])

/**
 * 同类项目比较: unit costs beside those of like projects, and projects that may be the same thing, among
 * those the person may see.
 */
export const viewComparison = defineUseCase({
  id: 'exante.viewComparison',
  title: '查看同类项目比较',
  stage: 'exante',
  kind: 'query',
  by: COMPARISON_READERS,
  input: Type.Object({ recordId: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  output: Type.Object({
    /** Why there is nothing to compare; null where there is. */
    empty: MaybeText,
    outputs: Type.Array(
      Type.Object({
        name: Type.String(),
        state: Type.String(),
        own: Cost,
        count: Type.Union([Type.Integer(), Type.Null()]),
        q1: Cost,
        median: Cost,
        q3: Cost,
        position: MaybeText,
        explanation: Type.Unknown(),
      }),
    ),
    overlap: Type.Object({ explanation: Type.Unknown() }),
    overlaps: Type.Array(
      Type.Object({
        projectId: Type.String(),
        jurisdictionId: Type.String(),
        fiscalYear: Type.Integer(),
        name: Type.String(),
        unitName: Type.String(),
        likeness_bp: Type.Integer(),
        reason: Type.String(),
      }),
    ),
  }),
  run: async (context, { recordId }) => {
    const data = await getRecordData(context, recordId)
    if (data.kind !== exanteEvaluation || !data.project)
      throw new DomainError('NOT_FOUND', '没有找到这次评估，请从项目档案进入。')
    const { outputs, overlap, hasTarget } = await compareProject(context, data, data.project)
    return {
      empty: outputs.length === 0 ? unitCostWords(outputs, hasTarget) : null,
      outputs: outputs.map(({ name, unit, state, own, count, quartiles, position, explanation }) => {
        const cost = (one: Fraction | null | undefined) =>
          one ? { text: unitCostText(one, unit), yuan: toDecimal(one).div(100).toNumber() } : null
        return {
          name,
          state,
          own: cost(own),
          count,
          q1: cost(quartiles?.q1),
          median: cost(quartiles?.median),
          q3: cost(quartiles?.q3),
          position,
          explanation,
        }
      }),
      overlap: { explanation: overlap.explanation },
      overlaps: overlap.overlaps.map(({ other, likeness_bp, reason }) => {
        const { projectId, jurisdictionId, fiscalYear, name, unitName } = other
        return { projectId, jurisdictionId, fiscalYear, name, unitName, likeness_bp, reason }
      }),
    }
  },
})
