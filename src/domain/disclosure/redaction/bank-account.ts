import { type DigitWindow, isSpelled } from './digit-runs.ts'

const ISSUERS = /^(?:6[02-9]|4|5[1-8]|3[57]|9[458])/
const CARD_SHAPES = /^(?:1[6-9]|4-4-4-4(?:-[1-3])?|6-\d{2}|6-6-[4-7]|4-4-4-7)$/
const LABEL_BEFORE = /(?:卡号|账号|帐号|账户|帐户|一卡通|存折号?)[^\d一-龥]{0,6}(?:为|是)?[^\d一-龥]{0,3}$/

/**
 * Whether a window is a bank account: a card number of 16 to 19 places that passes its check (Luhn), or what a
 * label calls an account.
 * @param before the folded text before the window
 */
export function isBankAccount({ digits, shape }: DigitWindow, before: string): boolean {
  if (digits.length >= 9 && LABEL_BEFORE.test(before)) return true
  const isCard = CARD_SHAPES.test(shape) || isSpelled(shape)
  return digits.length >= 16 && digits.length <= 19 && isCard && ISSUERS.test(digits) && passesLuhn(digits)
}

/** ISO/IEC 7812-1. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index])
    const doubled = index % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
