import type { TargetsAdjustmentContent, TargetsSheetContent } from '../../forms/contents.ts'
import { findDecimal } from '../../shared/decimal.ts'
import { findFen } from '../../shared/money.ts'
import { applyAdjustment } from './apply-adjustment.ts'
import { computeUnitCostChange } from './unit-cost-change.ts'

export type AdjustedUnitCost = ReturnType<typeof computeUnitCostChange> & {
  readonly indicatorId: string
  readonly name: string
}

/**
 * Rule 10 for every 数量指标 whose number or money an adjustment touches: what one unit cost before and
 * what it costs after (TGT-005 each).
 */
export function adjustedUnitCosts(
  sheet: TargetsSheetContent,
  adjustment: TargetsAdjustmentContent,
): AdjustedUnitCost[] {
  const next = applyAdjustment(sheet, adjustment)
  const [before, after] = [findFen(sheet.total_fen), findFen(next.total_fen)]
  if (before === undefined || after === undefined) return []
  return (sheet.indicators ?? []).flatMap((indicator, index) => {
    const adjusted = next.indicators?.[index]
    const isQuantity = indicator.level2 === 'quantity' && findDecimal(indicator.value)?.gt(0)
    const isTouched = adjusted?.value !== indicator.value || before !== after
    if (!isQuantity || !adjusted || !isTouched) return []
    const change = computeUnitCostChange(
      { money_fen: before, quantity: indicator.value ?? '' },
      { money_fen: after, quantity: adjusted.value ?? '' },
    )
    return [{ ...change, indicatorId: indicator.id ?? '', name: indicator.name ?? '' }]
  })
}
