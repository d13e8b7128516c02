import type { Explained } from '../../shared/explanation.ts'
import { fraction, roundFraction } from '../../shared/fraction.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, formatWeight, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'

export const EVA_096: RuleHeader = {
  id: 'EVA-096',
  name: '多人评分取平均分',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('jiheng-default', '几名评价人员分别打分'),
}

/** EVA-096: the mean of the points given by several evaluators, 0.01 point; none above the weight. */
export function computeRaterMean(input: {
  readonly name: string
  readonly weight_x100: Score_x100
  readonly points: readonly { readonly rater: string; readonly points_x100: Score_x100 }[]
}): Explained<{ readonly score_x100: Score_x100 | null }> {
  const { name, weight_x100, points } = input
  const above = points.find(({ points_x100 }) => points_x100 > weight_x100)
  const sum = points.reduce((total, { points_x100 }) => total + points_x100, 0)
  const score_x100 = points.length === 0 || above ? null : Number(roundFraction(fraction(sum, points.length)))
  const result = score_x100 === null ? '不计分' : `${formatScore(score_x100)}分`
  return {
    score_x100,
    explanation: explain(EVA_096, {
      sentence: above
        ? `“${name}”${above.rater}的评分高于分值${formatWeight(weight_x100)}分，请改正。`
        : `“${name}”由${points.length}人评分，平均${result}。`,
      inputs: points.map(({ rater, points_x100 }) => ({ label: rater, value: formatScore(points_x100) })),
      formula: '各人评分之和 ÷ 人数',
      result,
      rounding: '四舍五入到两位小数',
    }),
  }
}
