/** A value with how much it counts. */
export type Weighted = { readonly value: number; readonly weight: number }

/**
 * The smallest value up to which at least this part of all weight lies.
 * @param items not empty
 * @param part_bp 万分之一
 */
export function weightedQuantile(items: readonly Weighted[], part_bp: number): number {
  const sorted = items.toSorted((a, b) => a.value - b.value)
  const whole = sorted.reduce((sum, { weight }) => sum + weight, 0)
  let sum = 0
  for (const { value, weight } of sorted) {
    sum += weight
    if (sum * 10_000 >= whole * part_bp) return value
  }
  return sorted[sorted.length - 1]?.value ?? 0
}

/** Which part of the weight reaches a bound, with one half-believed case on each side: never 0 or 1. */
export function shareReaching(items: readonly Weighted[], bound: number): number {
  const whole = items.reduce((sum, { weight }) => sum + weight, 0)
  const reaching = items.reduce((sum, { value, weight }) => sum + (value >= bound ? weight : 0), 0)
  const one = whole / Math.max(1, items.length)
  return Math.round(((reaching + one / 2) * 10_000) / (whole + one))
}
