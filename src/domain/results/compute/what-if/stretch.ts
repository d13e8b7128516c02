import type { Fen } from '../../../shared/money.ts'
import type { Prepared } from './prepare.ts'
import type { Bounds } from './types.ts'

/** Money of one item in which every fen is worth the same: within its base, or above it. */
export type Stretch = {
  readonly index: number
  readonly departmentId: string
  readonly worth: bigint
  readonly rank: number
  open_fen: Fen
}

/** What lies between floor and ceiling of every item, the most worthwhile first; ties by score, then identifier. */
export function stretchesOf(prepared: readonly Prepared[], settled: readonly Bounds[]): Stretch[] {
  const stretches = prepared.flatMap(({ item, worth, rank }, index) => {
    const { low_fen, high_fen } = settled[index] as Bounds
    const turn = clamp(item.base_fen, low_fen, high_fen)
    const { departmentId } = item
    return [
      { index, departmentId, rank, worth: worth.within, open_fen: turn - low_fen },
      { index, departmentId, rank, worth: worth.above, open_fen: high_fen - turn },
    ].filter(({ open_fen }) => open_fen > 0n)
  })
  return stretches.sort((one, other) =>
    one.worth === other.worth ? one.rank - other.rank : one.worth > other.worth ? -1 : 1,
  )
}

/** The amount, or the nearer bound. */
export function clamp(amount: Fen, low: Fen, high: Fen): Fen {
  if (amount < low) return low
  return amount > high ? high : amount
}
