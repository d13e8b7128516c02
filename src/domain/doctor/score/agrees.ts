import { findDecimal } from '../../shared/decimal.ts'
import { readPoints, roundTo } from '../read/numbers.ts'

/**
 * Whether a printed score is the computed one, rounded as far as it was printed: 9 agrees with 8.62.
 * @param printed the cell as it stands in the table
 * @param computed points with two decimals
 * @returns `undefined` when one of the two is no number
 */
export function agreesAsPrinted(printed: string | null, computed: string | null): boolean | undefined {
  const shown = readPoints(printed)
  const points = findDecimal(computed)
  if (!shown || !points) return undefined
  return roundTo(points, shown.decimals).eq(shown.value)
}
