import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { formatBp } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const EVA_091: RuleHeader = {
  id: 'EVA-091',
  name: '问卷样本量',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('jiheng-default', '问卷调查的抽样精度'),
  parameters: ['evaluation.survey_sample'],
}

/**
 * EVA-091: how many valid answers a survey needs so that a share is known within the margin, for the worst
 * share (one half), with the correction for a small population; rounded up, never above the population.
 * n = N × z² × ¼ ÷ (e² × (N − 1) + z² × ¼)
 * @param population people in the group, at least 1
 */
export function computeSampleSize(
  population: number,
  rules: ParameterReader,
): Explained<{ readonly needed: number }> {
  const parameter = rules.value('evaluation.survey_sample')
  const { confidence, z_x100, margin_bp } = parameter.value
  const whole = BigInt(Math.max(1, population))
  // Everything in units of 1/40 000 × 1/10 000: z² × ¼ is z_x100² ÷ 40 000, e² is margin_bp² ÷ 10⁸.
  const quarter = BigInt(z_x100) ** 2n * 2_500n
  const square = BigInt(margin_bp) ** 2n
  const top = whole * quarter
  const bottom = square * (whole - 1n) + quarter
  const needed = Number((top + bottom - 1n) / bottom)
  return {
    needed,
    explanation: explain(EVA_091, {
      sentence: `总体${population}人，置信水平${confidence}、误差不超过${formatBp(margin_bp)}，至少需要${needed}份有效问卷。`,
      inputs: [{ label: '总体人数', value: `${population}人` }],
      parameters: [parameter],
      formula: '总体 × z² × ¼ ÷（误差² ×（总体 − 1）+ z² × ¼），向上取整',
      result: `${needed}份`,
      rounding: '向上取整',
    }),
  }
}
