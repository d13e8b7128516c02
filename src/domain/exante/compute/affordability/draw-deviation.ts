import type { SeededNumbers } from '../../../shared/seeded-numbers.ts'

/** Lowest, most likely and highest deviation in 万分之一; the triangular distribution between them. */
export type Triangle = { readonly low_bp: number; readonly mode_bp: number; readonly high_bp: number }

/** Deviations are counted in hundred-millionths. */
export const WHOLE = 100_000_000
const PER_BP = 10_000
/** Twenty random bits are enough for a table in 万分之一, and keep every product a safe integer. */
const BITS_DROPPED = 12
const STEPS = 2 ** 20

/**
 * One deviation from a triangular distribution, in hundred-millionths, by integers alone: with the
 * smaller s and the larger g of two uniform numbers, low + (high − mode)·s + (mode − low)·g follows it
 * (minimum-maximum method). Monotone in each of the three parameters for the same random numbers.
 */
export function drawDeviation({ low_bp, mode_bp, high_bp }: Triangle, numbers: SeededNumbers): number {
  const one = numbers.next() >>> BITS_DROPPED
  const other = numbers.next() >>> BITS_DROPPED
  const smaller = Math.min(one, other)
  const greater = Math.max(one, other)
  const moved = (high_bp - mode_bp) * smaller + (mode_bp - low_bp) * greater
  return low_bp * PER_BP + Math.floor((moved * PER_BP) / STEPS)
}
