import type { TargetsSheetContent } from '../../forms/contents.ts'
import { found } from '../../shared/check.ts'
import { formatDecimal } from '../../shared/decimal.ts'
import type { Finding } from '../../shared/finding.ts'
import { compareFractions, findFraction, toDecimal } from '../../shared/fraction.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** TGT-114 与上年实际比较: a target below what was already reached asks for less than is known to be possible. */
export const TGT_114: RuleHeader = {
  id: 'TGT-114',
  name: '指标值低于上年实际',
  stage: 'targets',
  kind: 'check',
  severity: 'warning',
  source: cite('jiheng-default', '指标值应参考历史标准'),
}

/**
 * Indicators are matched by name. Where less is better, a target above last year's actual is the easier one.
 * @param reached what the same project reported for the year before
 */
export function checkAgainstLastYear(
  { indicators }: TargetsSheetContent,
  reached: readonly { readonly name?: string | null; readonly actual?: string | null }[],
): Finding[] {
  return (indicators ?? []).flatMap((row, index) => {
    const name = row.name?.trim() ?? ''
    const before = reached.find((one) => name !== '' && one.name?.trim() === name)
    const [target, actual] = [findFraction(row.value), findFraction(before?.actual)]
    if (row.kind !== 'quant' || target === undefined || actual === undefined) return []
    const order = compareFractions(target, actual)
    const isLower = row.operator === 'le' || row.operator === 'lt'
    const isEasier = isLower ? order > 0 : order < 0 && row.operator !== 'eq' && row.operator !== 'range'
    if (!isEasier) return []
    const [now, then] = [target, actual].map((figure) => formatDecimal(toDecimal(figure), 6))
    const word = isLower ? '高于' : '低于'
    const message = `“${name}”指标值${now}${word}上年实际${then}，请核对；确需如此的请说明理由。`
    return [
      found(TGT_114, message, { section: 'indicators', field: 'indicators', row: index, column: 'value' }),
    ]
  })
}
