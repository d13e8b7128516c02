import {
  compareFractions,
  type Fraction,
  fraction,
  minus,
  plus,
  times,
  ZERO,
} from '../../../shared/fraction.ts'

export type Quartiles = { readonly q1: Fraction; readonly median: Fraction; readonly q3: Fraction }

/**
 * Quartiles of at least one exact value, by linear interpolation between neighbours: the value at place
 * (n − 1) × p of the ordered list, counted from 0. Nothing is rounded.
 */
export function quartilesOf(values: readonly Fraction[]): Quartiles {
  const ordered = [...values].sort(compareFractions)
  return { q1: valueAt(ordered, 1), median: valueAt(ordered, 2), q3: valueAt(ordered, 3) }
}

function valueAt(ordered: readonly Fraction[], quarters: number): Fraction {
  const place = (ordered.length - 1) * quarters
  const below = ordered[Math.floor(place / 4)] ?? ZERO
  const above = ordered[Math.ceil(place / 4)] ?? below
  return plus(below, times(minus(above, below), fraction(place % 4, 4)))
}
