import { findFraction, fraction, ONE, over, plus, roundFraction, times } from '../../../shared/fraction.ts'
import { type Fen, findFen } from '../../../shared/money.ts'
import type { AffordabilityColumn } from './columns.ts'

/** One line of the sheet as it is typed: amounts as text of integer fen, blank where nothing is known. */
export type TypedYear = { readonly year: number; readonly amounts: Readonly<Record<string, string | null>> }

/** 增长假设: a column grows by this rate every year, and somebody says on what ground. */
export type GrowthAssumption = {
  readonly column: string
  /** Per cent a year as decimal text: `3.5`, `-2`. */
  readonly rate: string
  readonly source: string
}

/** An amount of the sheet; `undefined` is not known, and never zero. */
export type Cell = {
  readonly column: AffordabilityColumn
  readonly amount: Fen | undefined
  /** Carried forward from the year before by a typed assumption. */
  readonly isDerived: boolean
}
export type FilledYear = { readonly year: number; readonly cells: readonly Cell[] }

/**
 * Fills a blank cell from the year before by the growth assumption of its column, rounded to the fen
 * each year; a blank without an assumption, or without a figure the year before, stays unknown.
 * @returns years in ascending order
 */
export function fillByGrowth(
  years: readonly TypedYear[],
  columns: readonly AffordabilityColumn[],
  assumptions: readonly GrowthAssumption[],
): FilledYear[] {
  const filled: FilledYear[] = []
  for (const { year, amounts } of [...years].sort((a, b) => a.year - b.year)) {
    const before = filled[filled.length - 1]
    const cells = columns.map((column, place): Cell => {
      const typed = findFen(amounts[column.id])
      if (typed !== undefined) return { column, amount: typed, isDerived: false }
      const earlier = before?.year === year - 1 ? before.cells[place]?.amount : undefined
      const grown = earlier === undefined ? undefined : grow(earlier, rateOf(column.id, assumptions))
      return { column, amount: grown, isDerived: grown !== undefined }
    })
    filled.push({ year, cells })
  }
  return filled
}

function rateOf(column: string, assumptions: readonly GrowthAssumption[]): string | undefined {
  return assumptions.find((one) => one.column === column && one.source.trim() !== '')?.rate
}

function grow(amount: Fen, rate: string | undefined): Fen | undefined {
  const percent = findFraction(rate)
  if (percent === undefined) return undefined
  return roundFraction(times(fraction(amount), plus(ONE, over(percent, fraction(100)))))
}
