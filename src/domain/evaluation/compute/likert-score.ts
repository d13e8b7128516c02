import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { fraction, roundFraction } from '../../shared/fraction.ts'
import { formatRatio, type Ratio, ratioOf } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, formatWeight, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'

export const EVA_020: RuleHeader = {
  id: 'EVA-020',
  name: '李克特量表得分',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('jiheng-default', '问卷满意度的量表计分'),
  parameters: ['evaluation.likert_values'],
}

/**
 * EVA-020 李克特量表: the mean of the answers' values is the satisfaction; score = weight × mean.
 * Answers are counted by option, in the order of the parameter; not answered is not counted.
 */
export function computeLikertScore(
  input: { readonly weight_x100: Score_x100; readonly counts: readonly number[] },
  rules: ParameterReader,
): Explained<{
  readonly score_x100: Score_x100 | null
  readonly satisfaction: Ratio | undefined
  readonly answers: number
}> {
  const values = rules.value('evaluation.likert_values')
  const { options } = values.value
  const counts = options.map((_, index) => input.counts[index] ?? 0)
  const answers = counts.reduce((sum, count) => sum + count, 0)
  const points = counts.reduce((sum, count, index) => sum + count * (options[index]?.share_bp ?? 0), 0)
  const satisfaction = ratioOf(points, answers * 10_000)
  const score_x100 =
    answers === 0 ? null : Number(roundFraction(fraction(input.weight_x100 * points, answers * 10_000)))
  const result = score_x100 === null ? '不计分' : `${formatScore(score_x100)}分`
  return {
    score_x100,
    satisfaction,
    answers,
    explanation: explain(EVA_020, {
      sentence:
        score_x100 === null
          ? '没有有效问卷，不计分。'
          : `${answers}份有效回答，满意度${formatRatio(satisfaction)}，分值${formatWeight(input.weight_x100)}分，得${result}。`,
      inputs: options.map(({ label }, index) => ({ label, value: `${counts[index]}份` })),
      parameters: [values],
      formula: '分值 × Σ（份数 × 选项比例）÷ 有效份数',
      result,
      rounding: '满意度不取整，得分四舍五入到两位小数',
    }),
  }
}
