import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { formatBp } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, formatWeight } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'
import { AFFORDABILITY_LABEL } from '../rubric-version.ts'
import { AFFORDABILITY_VERDICTS, type AffordabilityVerdict } from './affordability/index.ts'
import type { DimensionScore } from './sheet-score.ts'

export const EXA_006: RuleHeader = {
  id: 'EXA-006',
  name: '一票否决',
  stage: 'exante',
  kind: 'compute',
  source: cite('jiheng-default'),
  parameters: ['exante.veto_dimensions'],
}

export type VetoInput = {
  readonly dimensions: readonly DimensionScore[]
  readonly affordability: AffordabilityVerdict
  /** The written answer of the compliance review, where there is one. */
  readonly isFundingCompliant?: boolean | null
  /** What the rubric calls the sixth dimension. */
  readonly affordabilityLabel?: string | null
}

/** EXA-006: funding not compliant or money not affordable → the conclusion cannot be 予以支持. */
export function computeVeto(
  input: VetoInput,
  rules: ParameterReader,
): Explained<{ readonly isVetoed: boolean; readonly reasons: readonly string[] }> {
  const veto = rules.value('exante.veto_dimensions')
  const { dimensions, below_bp, isAffordabilityVeto } = veto.value
  const low = input.dimensions.filter(
    (d) => dimensions.includes(d.code) && d.score_x100 * 10_000 < d.points_x100 * below_bp,
  )
  const reasons = [
    ...low.map(
      (d) =>
        `“${d.label}”得${formatScore(d.score_x100)}/${formatWeight(d.points_x100)}分，低于${formatBp(below_bp)}`,
    ),
    ...(isAffordabilityVeto && input.affordability === 'fail' ? ['财力不可承受'] : []),
    ...(input.isFundingCompliant === false ? ['筹资合规性审查为不合规'] : []),
  ]
  return {
    isVetoed: reasons.length > 0,
    reasons,
    explanation: explain(EXA_006, {
      sentence:
        reasons.length > 0
          ? `${reasons.join('；')}，结论不得为“予以支持”。`
          : '没有一票否决的情形，结论由评估组作出。',
      inputs: [
        ...input.dimensions.map((d) => ({
          label: d.label,
          value: `${formatScore(d.score_x100)}/${formatWeight(d.points_x100)}`,
        })),
        {
          label: input.affordabilityLabel || AFFORDABILITY_LABEL,
          value: AFFORDABILITY_VERDICTS[input.affordability],
        },
      ],
      parameters: [veto],
      formula: veto.use.value,
      result: reasons.length > 0 ? '否决' : '不否决',
    }),
  }
}
