import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { fraction, larger, ONE, roundFraction, smaller, times, ZERO } from '../../shared/fraction.ts'
import { type Fen, formatWanYuan } from '../../shared/money.ts'
import { formatRatio, type Ratio, ratioOf } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, formatWeight, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'

export const EVA_002: RuleHeader = {
  id: 'EVA-002',
  name: '自评预算执行率得分',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('cz-2020-10', '附件1'),
  standing: 'seen',
  parameters: ['evaluation.execution_points'],
}

type Funds = { readonly budget_fen: Fen; readonly executed_fen: Fen }

/** EVA-002 without its reason in words. */
export function scoreExecution(
  { budget_fen, executed_fen }: Funds,
  rules: ParameterReader,
): Score_x100 | null {
  if (budget_fen <= 0n) return null
  const { points_x100 } = rules.value('evaluation.execution_points').value
  const rate = larger(ZERO, smaller(ONE, { top: executed_fen, bottom: budget_fen }))
  return Number(roundFraction(times(fraction(points_x100), rate)))
}

/**
 * EVA-002 自评预算执行率得分: points × executed ÷ annual budget (adjusted), at most the points.
 *
 * The score comes from the unrounded rate. Without a budget there is no rate and no score: `null`,
 * never 0 or full marks. Not the framework's rate, which divides by money received (EVA-005).
 */
export function computeExecutionScore(
  funds: Funds,
  rules: ParameterReader,
): Explained<{ readonly score_x100: Score_x100 | null; readonly rate: Ratio | undefined }> {
  const points = rules.value('evaluation.execution_points')
  const full = formatWeight(points.value.points_x100)
  const rate = funds.budget_fen > 0n ? ratioOf(funds.executed_fen, funds.budget_fen) : undefined
  const score_x100 = scoreExecution(funds, rules)
  const result = score_x100 === null ? '不计分' : `${formatScore(score_x100)}分`
  return {
    score_x100,
    rate,
    explanation: explain(EVA_002, {
      sentence:
        score_x100 === null
          ? '全年预算数不大于零，没有执行率，本项不计分，请核对预算数或说明原因。'
          : `执行率${formatRatio(rate)}，满分${full}分，得${result}。`,
      inputs: [
        { label: '全年预算数（A）', value: `${formatWanYuan(funds.budget_fen)}万元` },
        { label: '全年执行数（B）', value: `${formatWanYuan(funds.executed_fen)}万元` },
      ],
      parameters: [points],
      formula: `${full} × B ÷ A，最高${full}分`,
      result,
      rounding: '执行率不取整，得分四舍五入到两位小数',
    }),
  }
}
