import { findDecimal, formatDecimal } from '../../shared/decimal.ts'
import type { Explained } from '../../shared/explanation.ts'
import { type Fen, formatWanYuan } from '../../shared/money.ts'
import { formatPercent, type Ratio, ratioOf, ratioValue } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const TGT_005: RuleHeader = {
  id: 'TGT-005',
  name: '目标调整的单位成本变化',
  stage: 'targets',
  kind: 'compute',
  source: cite('jiheng-default'),
}

type Plan = { readonly money_fen: Fen; readonly quantity: string }

/**
 * TGT-005: cost per unit before and after an adjustment. Fewer places for the same money is a dearer
 * place, and that needs a reason.
 */
export function computeUnitCostChange(
  before: Plan,
  after: Plan,
): Explained<{
  readonly before: Ratio | undefined
  readonly after: Ratio | undefined
  readonly change: Ratio | undefined
  readonly needsReason: boolean
}> {
  const unitBefore = unitCost(before)
  const unitAfter = unitCost(after)
  const isKnown = unitBefore !== undefined && unitAfter !== undefined && before.money_fen > 0n
  const change = isKnown
    ? ratioOf(ratioValue(unitAfter).minus(ratioValue(unitBefore)), ratioValue(unitBefore))
    : undefined
  const rise = change && ratioValue(change)
  const needsReason = rise?.gt(0) ?? false
  const words = rise === undefined ? '无法比较' : rise.isZero() ? '不变' : `变化${formatPercent(rise)}`
  return {
    before: unitBefore,
    after: unitAfter,
    change,
    needsReason,
    explanation: explain(TGT_005, {
      sentence: `单位成本${wan(unitBefore)}调整为${wan(unitAfter)}，${words}${needsReason ? '，请说明理由' : ''}。`,
      inputs: [
        { label: '调整前资金', value: `${formatWanYuan(before.money_fen)}万元` },
        { label: '调整前数量', value: before.quantity },
        { label: '调整后资金', value: `${formatWanYuan(after.money_fen)}万元` },
        { label: '调整后数量', value: after.quantity },
      ],
      formula: '资金 ÷ 数量',
      result: words,
    }),
  }
}

function unitCost({ money_fen, quantity }: Plan): Ratio | undefined {
  const number = findDecimal(quantity)
  return number?.gt(0) ? ratioOf(money_fen, number) : undefined
}

function wan(cost: Ratio | undefined): string {
  return cost === undefined ? '不适用' : `${formatDecimal(ratioValue(cost).div(1_000_000), 4)}万元`
}
