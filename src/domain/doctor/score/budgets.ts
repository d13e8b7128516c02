import { Decimal } from '../../shared/decimal.ts'
import { partsOf } from '../read/fund-labels.ts'
import type { StudiedFund } from './score-execution.ts'

/**
 * The amounts a table calls the year's money, in yuan: initial and adjusted budget of its total row, or
 * the sum of the components where the total is blank or 0.
 */
export function budgetsOf(funds: readonly StudiedFund[]): Decimal[] {
  const total = funds.find(({ label }) => label.isTotal) ?? (funds.length === 1 ? funds[0] : undefined)
  if (!total) return []
  const labels = funds.map(({ label }) => label)
  const parts = partsOf(labels, total.index).flatMap((index) => funds[index] ?? [])
  return (['initial', 'adjusted'] as const).flatMap((column) => {
    const own = total[column]
    if (own.is === 'words') return []
    if (own.is === 'amount' && own.yuan.gt(0)) return [own.yuan]
    const amounts = parts.flatMap((part) => (part[column].is === 'amount' ? [part[column].yuan] : []))
    const sum = amounts.length > 0 ? Decimal.sum(...amounts) : new Decimal(0)
    return sum.gt(0) ? [sum] : []
  })
}
