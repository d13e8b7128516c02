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
  return (sheet.indicators ?? []).flatMap((indicator) => {
    const adjusted = next.indicators?.find(({ id }) => id !== undefined && id === indicator.id)
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

/**
 * Names of the 数量指标 an adjustment takes out while the money of the year does not fall: what one unit cost
 * cannot be compared any more, so that its reason has to be written.
 */
export function removedQuantities(
  sheet: TargetsSheetContent,
  adjustment: TargetsAdjustmentContent,
): string[] {
  const next = applyAdjustment(sheet, adjustment)
  const [before, after] = [findFen(sheet.total_fen), findFen(next.total_fen)]
  if (before === undefined || after === undefined || after < before) return []
  const removed = new Set(
    (adjustment.changes ?? []).flatMap(({ indicatorId, isRemoved }) => (isRemoved ? [indicatorId] : [])),
  )
  return (sheet.indicators ?? []).flatMap(({ id, level2, name }) =>
    level2 === 'quantity' && removed.has(id) ? [name ?? ''] : [],
  )
}
