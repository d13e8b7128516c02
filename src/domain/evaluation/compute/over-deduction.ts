import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { compareFractions, type Fraction, fromBp, toDecimal } from '../../shared/fraction.ts'
import { formatBp, formatPercent } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, formatWeight, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'

export const EVA_016: RuleHeader = {
  id: 'EVA-016',
  name: '超额完成扣分',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('cz-2020-10', '附件1填报说明（目标值设定偏低的，按偏离程度调减）'),
  parameters: ['evaluation.over_achievement_deduction'],
  switchedBy: 'evaluation.over_achievement_deduction',
}

export type OverRow = {
  readonly name: string
  /** Points the row has; no more than these can be taken. */
  readonly score_x100: Score_x100 | null
  /** By how much the target was exceeded, as a share of it; absent when it was not. */
  readonly over?: Fraction | undefined
  /** What the reviewer takes because the target was set too low. */
  readonly reviewed_x100?: Score_x100 | null | undefined
}

/** EVA-016 without its reason in words: points taken from each row, never more than it has. */
export function deductOver(rows: readonly OverRow[], rules: ParameterReader): Score_x100[] {
  const { isOn, above_bp, points_x100 } = rules.value('evaluation.over_achievement_deduction').value
  const line = fromBp(above_bp)
  return rows.map(({ score_x100, over, reviewed_x100 }) => {
    const automatic = isOn && over !== undefined && compareFractions(over, line) > 0 ? points_x100 : 0
    const asked = reviewed_x100 ?? automatic
    return Math.min(Math.max(asked, 0), score_x100 ?? 0)
  })
}

/**
 * EVA-016: no national number says what a target set too low costs. By default nothing is taken by
 * itself and the reviewer's figure counts; a jurisdiction may fix points per row far above its target,
 * and the reviewer's figure then replaces them.
 */
export function computeOverDeduction(
  rows: readonly OverRow[],
  rules: ParameterReader,
): Explained<{ readonly deductions_x100: readonly Score_x100[]; readonly total_x100: Score_x100 }> {
  const parameter = rules.value('evaluation.over_achievement_deduction')
  const deductions_x100 = deductOver(rows, rules)
  const total_x100 = deductions_x100.reduce((sum, each) => sum + each, 0)
  const { isOn, above_bp, points_x100 } = parameter.value
  const taken = rows.flatMap(({ name, over, reviewed_x100 }, index) => {
    const points = deductions_x100[index] ?? 0
    if (points === 0) return []
    const why =
      reviewed_x100 == null && over ? `超出目标${formatPercent(toDecimal(over))}` : '复核认定目标值偏低'
    return [{ label: name, value: `${why}，扣${formatScore(points)}分` }]
  })
  return {
    deductions_x100,
    total_x100,
    explanation: explain(EVA_016, {
      sentence:
        total_x100 > 0
          ? `${taken.map(({ label, value }) => `“${label}”${value}`).join('；')}，共扣${formatScore(total_x100)}分。`
          : '没有因超额完成扣分的指标。',
      inputs: taken,
      parameters: [parameter],
      formula: isOn
        ? `超出目标${formatBp(above_bp)}以上的每项扣${formatWeight(points_x100)}分，复核另有认定的从其认定`
        : '不自动扣分，以复核认定的扣分为准',
      result: `扣${formatScore(total_x100)}分`,
    }),
  }
}
