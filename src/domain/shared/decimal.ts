import { Decimal as Base } from 'decimal.js'
import { DomainError } from './errors.ts'

/** Exact enough for any budget: 40 significant digits, half-up as officials round on paper. */
export const Decimal = Base.clone({
  precision: 40,
  rounding: Base.ROUND_HALF_UP,
  toExpNeg: -30,
  toExpPos: 30,
})
export type Decimal = Base

const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/

/** Whether a text is a plain decimal number as stored: digits, one dot, no separators, no exponent. */
export function isDecimalText(text: string): boolean {
  return PLAIN_NUMBER.test(text)
}

/**
 * Reads a decimal string as stored (indicator values, percents).
 * @throws DomainError INVALID_INPUT when it is not a plain decimal number.
 */
export function parseDecimal(text: string, label = '数值'): Decimal {
  if (!isDecimalText(text)) {
    throw new DomainError('INVALID_INPUT', `${label}“${text}”不是数字，请只填写数字和小数点。`, {
      label,
      text,
    })
  }
  return new Decimal(text)
}

/** Reads it if there is something to read; blank, missing and unreadable are all `undefined`. */
export function findDecimal(text: string | null | undefined): Decimal | undefined {
  const trimmed = text?.trim() ?? ''
  return isDecimalText(trimmed) ? new Decimal(trimmed) : undefined
}

/** At most `places` decimals, trailing zeros dropped: 205.714… → `205.71`, 40 → `40`. */
export function formatDecimal(value: Decimal, places = 2): string {
  return new Decimal(value.toFixed(places)).toFixed()
}
