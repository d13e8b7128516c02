import { Type } from 'typebox'
import { computeScoreGap } from '../../../domain/evaluation/compute/index.ts'
import { QUALITY_READERS } from '../../../domain/evaluation/quality-readers.ts'
import type { ParameterReader } from '../../../domain/rules/parameter-values.ts'
import { formatScore } from '../../../domain/shared/score.ts'
import { findSelfQuality, type QualityProject } from '../../../storage/self-quality-repository.ts'
import { defineUseCase } from '../../kernel/use-case.ts'
import { coverageOf, isHandedIn } from './coverage.ts'
import { dutiesOf } from './duties.ts'
import { sampleOf, textOf } from './sample.ts'

const MaybeText = Type.Union([Type.String(), Type.Null()])
/** A tree of reasons; its shape is the domain's. */
const Reason = Type.Unknown()
const CoverageLine = Type.Object({
  name: Type.String(),
  projects: Type.Integer(),
  evaluated: Type.Integer(),
  exempted: Type.Integer(),
  open: Type.Integer(),
  rate: Type.String(),
  explanation: Reason,
})

/**
 * 自评质量 of a place and year, as far as the scope reaches: how many projects evaluated themselves, which
 * forms are looked at again and what came of it, where self-scores lie far from those
 * of others, and which projects of several years are due for an evaluation.
 */
export const viewSelfQuality = defineUseCase({
  id: 'evaluation.selfQuality',
  title: '查看自评质量',
  stage: 'evaluation',
  kind: 'query',
  by: QUALITY_READERS,
  input: Type.Object(
    {
      jurisdiction: Type.String({ pattern: '^[0-9A-Z]{6}$' }),
      year: Type.Integer({ minimum: 2000, maximum: 2100 }),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({
    coverage: Type.Object({ whole: CoverageLine, departments: Type.Array(CoverageLine) }),
    sample: Type.Object({
      forms: Type.Integer(),
      explanation: Reason,
      items: Type.Array(
        Type.Object({
          recordId: Type.String(),
          projectName: Type.String(),
          unitName: Type.String(),
          departmentName: Type.String(),
          stateTitle: Type.String(),
          reason: Type.String(),
          points: Type.Integer(),
          signals: Type.Array(Type.String()),
          self: MaybeText,
          department: MaybeText,
          finance: MaybeText,
          difference: MaybeText,
          isDone: Type.Boolean(),
          /** Whether a reviewer can still write into it. */
          isOpen: Type.Boolean(),
          explanation: Reason,
        }),
      ),
    }),
    duties: Type.Array(
      Type.Object({
        projectId: Type.String(),
        projectName: Type.String(),
        unitName: Type.String(),
        period: Type.String(),
        evaluated: MaybeText,
        duties: Type.Array(Type.String()),
        explanation: Reason,
      }),
    ),
    gaps: Type.Array(
      Type.Object({
        recordId: Type.String(),
        projectName: Type.String(),
        unitName: Type.String(),
        departmentName: Type.String(),
        self: MaybeText,
        external: MaybeText,
        gap: Type.String(),
        isListed: Type.Boolean(),
        explanation: Reason,
      }),
    ),
  }),
  run: async (context, { jurisdiction, year }) => {
    const projects = await findSelfQuality(context.db, { jurisdictionId: jurisdiction, fiscalYear: year })
    const rules = context.rules.at({ date: context.today, jurisdiction, fiscalYear: year })
    return {
      coverage: coverageOf(projects),
      sample: sampleOf(projects, rules),
      duties: dutiesOf(projects, year, rules),
      gaps: gapsOf(projects, rules),
    }
  },
})

/** Self-scores beside those of others, the largest distance first. */
function gapsOf(projects: readonly QualityProject[], rules: ParameterReader) {
  return projects
    .flatMap(({ content, state, externalId, external_x100, isClassified, ...project }) => {
      const self_x100 = content?.totalScore_x100 ?? null
      if (isClassified || externalId === null || external_x100 === null || self_x100 === null) return []
      if (!isHandedIn(state)) return []
      const { gap_x100, isListed, explanation } = computeScoreGap({ self_x100, external_x100 }, rules)
      const { name: projectName, unitName, departmentName } = project
      const scores = { self: textOf(self_x100), external: textOf(external_x100), gap: formatScore(gap_x100) }
      return [
        {
          recordId: externalId,
          projectName,
          unitName,
          departmentName,
          ...scores,
          gap_x100,
          isListed,
          explanation,
        },
      ]
    })
    .sort((a, b) => b.gap_x100 - a.gap_x100)
    .map(({ gap_x100: _gap, ...line }) => line)
}
