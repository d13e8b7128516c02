import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { formatBp } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'
import { weightOf } from './what-if/weight.ts'

export const RES_040: RuleHeader = {
  id: 'RES-040',
  name: '预算测算的得分权重',
  stage: 'results',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '三（五）奖优罚劣'),
  standing: 'proposal',
  parameters: ['results.what_if_weights', 'results.what_if_scores'],
}

/**
 * RES-040: what a score weighs when money is shared out: along straight lines between the points of the table, so
 * that a higher score never weighs less. An item without a confirmed evaluation has the weight set for those.
 * @param score_x100 of the confirmed evaluation; null while there is none
 */
export function computeItemWeight(
  score_x100: Score_x100 | null,
  rules: ParameterReader,
): Explained<{ readonly weight_bp: number }> {
  const parameter = rules.value('results.what_if_weights')
  const weight_bp = weightOf(score_x100, parameter.value)
  const score = score_x100 === null ? '未评价' : `${formatScore(score_x100)}分`
  return {
    weight_bp,
    explanation: explain(RES_040, {
      sentence: `${score}，权重${formatBp(weight_bp)}。`,
      inputs: [{ label: '评价得分', value: score }],
      parameters: [parameter],
      formula: '在得分权重表相邻两点之间按直线取值；未评价的取规定值',
      result: formatBp(weight_bp),
      rounding: '四舍五入到万分之一',
    }),
  }
}
