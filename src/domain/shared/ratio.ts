import { Decimal } from './decimal.ts'

/**
 * A rate with both its parts, so that nothing is lost by rounding and anybody can recompute it.
 * The parts are decimal text: they travel through JSON unchanged.
 */
export type Ratio = { readonly numerator: string; readonly denominator: string }

export type Amount = bigint | number | string | Decimal

/** Builds a rate; a zero denominator gives `undefined` (不适用), never 0 or 100 %. */
export function ratioOf(numerator: Amount, denominator: Amount): Ratio | undefined {
  const bottom = toDecimal(denominator)
  if (bottom.isZero()) return undefined
  return { numerator: toDecimal(numerator).toFixed(), denominator: bottom.toFixed() }
}

/** The unrounded value, for the next step of a computation. */
export function ratioValue(ratio: Ratio): Decimal {
  return new Decimal(ratio.numerator).div(ratio.denominator)
}

/** 万分之一, rounded half-up; for display and sorting only. */
export function ratioBp(ratio: Ratio): number {
  return ratioValue(ratio).times(10_000).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber()
}

/** `36.00%`; 不适用 where the denominator is missing. */
export function formatRatio(ratio: Ratio | undefined, places = 2): string {
  return ratio === undefined ? '不适用' : formatPercent(ratioValue(ratio), places)
}

/** 0.36 → `36.00%`. */
export function formatPercent(value: Decimal, places = 2): string {
  return `${value.times(100).toFixed(places)}%`
}

/** -0.2233 → `-22.33个百分点`: a difference of two rates, not a rate. */
export function formatPoints(value: Decimal): string {
  return `${value.times(100).toFixed(2)}个百分点`
}

/** 万分之一 → text without needless zeros: 9500 → `95%`, 3050 → `30.5%`. */
export function formatBp(bp: number): string {
  return `${new Decimal(bp).div(100).toFixed()}%`
}

function toDecimal(amount: Amount): Decimal {
  return new Decimal(typeof amount === 'bigint' ? amount.toString() : amount)
}
