import { Decimal } from 'decimal.js'
import { roundScore, type Score_x100 } from '../../shared/score.ts'

/** One line of a table of points: what it is called and how many points it is worth. */
export type WeightedItem = { readonly id: string; readonly label: string; readonly weight_x100: number }

/** How much of a line is earned, as an exact fraction of two whole numbers, and why in words. */
export type EarnedShare = { readonly part: string; readonly whole: string; readonly why: string }

export type PointLine = WeightedItem & { readonly points_x100: Score_x100; readonly why: string }

/** The points of each line: weight × share, the share held between nothing and all; rounded once a line. */
export function pointLines(
  items: readonly WeightedItem[],
  shareOf: (item: WeightedItem) => EarnedShare,
): PointLine[] {
  return items.map((item) => {
    const { part, whole, why } = shareOf(item)
    const bottom = new Decimal(whole)
    const share = bottom.lte(0)
      ? new Decimal(0)
      : Decimal.max(0, Decimal.min(1, new Decimal(part).div(bottom)))
    return { ...item, points_x100: roundScore(share.times(item.weight_x100).div(100)), why }
  })
}

/** The highest first; equal totals share a place and the next place is skipped: 1, 1, 3. */
export function ranked<T extends { readonly total_x100: number }>(
  entries: readonly T[],
): (T & { readonly rank: number; readonly isTied: boolean })[] {
  return entries
    .map((entry) => {
      const rank = 1 + entries.filter(({ total_x100 }) => total_x100 > entry.total_x100).length
      const isTied = entries.filter(({ total_x100 }) => total_x100 === entry.total_x100).length > 1
      return { ...entry, rank, isTied }
    })
    .toSorted((a, b) => a.rank - b.rank)
}
