import { Decimal, isDecimalText } from './decimal.ts'
import type { Ratio } from './ratio.ts'

/**
 * An exact number: one integer over another, the lower one positive. Thirds stay thirds, so that a
 * score on the edge of rounding falls on the side the rule says, and nothing is rounded before it.
 */
export type Fraction = { readonly top: bigint; readonly bottom: bigint }

export const ZERO: Fraction = { top: 0n, bottom: 1n }
export const ONE: Fraction = { top: 1n, bottom: 1n }

/** 万分之一, the unit of shares in parameters. */
const BP = 10_000n

/** A whole number, or one integer over another positive one. */
export function fraction(top: bigint | number, bottom: bigint | number = 1n): Fraction {
  return { top: BigInt(top), bottom: BigInt(bottom) }
}

export function fromBp(bp: number): Fraction {
  return { top: BigInt(bp), bottom: BP }
}

/** A rate as it is kept, with both its parts. @throws Error when a part is no plain number */
export function fromRatio({ numerator, denominator }: Ratio): Fraction {
  const [top, bottom] = [findFraction(numerator), findFraction(denominator)]
  if (!top || !bottom) throw new Error(`no rate: ${numerator} / ${denominator}`)
  return over(top, bottom)
}

/** Reads a decimal string if there is one to read; blank, missing and unreadable are all `undefined`. */
export function findFraction(text: string | null | undefined): Fraction | undefined {
  const trimmed = text?.trim() ?? ''
  if (!isDecimalText(trimmed)) return undefined
  const point = trimmed.indexOf('.')
  if (point < 0) return { top: BigInt(trimmed), bottom: 1n }
  const places = trimmed.length - point - 1
  return { top: BigInt(trimmed.slice(0, point) + trimmed.slice(point + 1)), bottom: 10n ** BigInt(places) }
}

/** Negative, zero or positive as the first is less than, equal to or greater than the second. */
export function compareFractions(one: Fraction, other: Fraction): number {
  const left = one.top * other.bottom
  const right = other.top * one.bottom
  return left < right ? -1 : left > right ? 1 : 0
}

export function isPositive({ top }: Fraction): boolean {
  return top > 0n
}

export function plus(one: Fraction, other: Fraction): Fraction {
  return { top: one.top * other.bottom + other.top * one.bottom, bottom: one.bottom * other.bottom }
}

export function minus(one: Fraction, other: Fraction): Fraction {
  return { top: one.top * other.bottom - other.top * one.bottom, bottom: one.bottom * other.bottom }
}

export function times(one: Fraction, other: Fraction): Fraction {
  return { top: one.top * other.top, bottom: one.bottom * other.bottom }
}

/** Exact quotient; the divisor must not be zero, which is for the rule to ask first. */
export function over(one: Fraction, other: Fraction): Fraction {
  const sign = other.top < 0n ? -1n : 1n
  return { top: one.top * other.bottom * sign, bottom: one.bottom * other.top * sign }
}

export function smaller(one: Fraction, other: Fraction): Fraction {
  return compareFractions(one, other) <= 0 ? one : other
}

export function larger(one: Fraction, other: Fraction): Fraction {
  return compareFractions(one, other) >= 0 ? one : other
}

/** To the nearest integer, a half away from zero, as officials round on paper. */
export function roundFraction({ top, bottom }: Fraction): bigint {
  const magnitude = top < 0n ? -top : top
  const rounded = (2n * magnitude + bottom) / (2n * bottom)
  return top < 0n ? -rounded : rounded
}

/** For showing: 40 significant digits. */
export function toDecimal({ top, bottom }: Fraction): Decimal {
  return new Decimal(top.toString()).div(bottom.toString())
}
