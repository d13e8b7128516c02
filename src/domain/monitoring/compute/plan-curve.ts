import type { Explained } from '../../shared/explanation.ts'
import {
  type Fraction,
  fraction,
  isPositive,
  over,
  plus,
  times,
  toDecimal,
  ZERO,
} from '../../shared/fraction.ts'
import { formatPercent } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const MON_009: RuleHeader = {
  id: 'MON-009',
  name: '分季度计划进度',
  stage: 'monitoring',
  kind: 'compute',
  source: cite('jiheng-default', '有分季度计划的按计划，没有的按月数'),
}

/** What is planned in each quarter, first to fourth: money in fen, or an amount of output. */
export type QuarterAmounts = readonly [Fraction, Fraction, Fraction, Fraction]

/** MON-009 without its reason in words; nothing where the plan adds up to nothing. */
export function findPlannedShare(plan: QuarterAmounts, month: number): Fraction | undefined {
  const total = plan.reduce(plus, ZERO)
  if (!isPositive(total)) return undefined
  const due = plan.map((amount, index) => {
    const months = Math.max(0, Math.min(3, month - index * 3))
    return times(amount, fraction(months, 3))
  })
  return over(due.reduce(plus, ZERO), total)
}

/**
 * MON-009: the share of the year's plan that should be reached by the end of a month: full quarters
 * whole, the running one by its months.
 * @param month months elapsed, 1 to 12
 */
export function computePlannedShare(
  plan: QuarterAmounts,
  month: number,
): Explained<{ readonly share: Fraction | null }> {
  const share = findPlannedShare(plan, month) ?? null
  const shown = share === null ? '不适用' : formatPercent(toDecimal(share))
  return {
    share,
    explanation: explain(MON_009, {
      sentence:
        share === null ? '分季度计划合计为零，按月数计算进度。' : `截至${month}月应完成全年计划的${shown}。`,
      inputs: plan.map((amount, index) => ({
        label: `第${index + 1}季度计划`,
        value: toDecimal(amount).toFixed(),
      })),
      formula: '（已满季度计划 + 当季计划 × 当季已过月数 ÷ 3）÷ 全年计划',
      result: shown,
    }),
  }
}
