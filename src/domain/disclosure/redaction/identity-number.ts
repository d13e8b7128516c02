import { isDate } from '../../shared/dates.ts'
import { type DigitWindow, isSpelled } from './digit-runs.ts'

/** GB 11643: weights of the first 17 digits, and the check character by remainder. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'
/** Regions a number begins with (GB/T 2260), residence permits of Hong Kong, Macao and Taiwan among them. */
const REGION = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/
const X_AFTER = /^[\s\-\u2010-\u2015_.·•]{0,2}[Xx×Χ]/
/** How people group the number; anything else must at least carry the right check character. */
const USUAL = new Set(['18', '6-8-4', '6-4-4-4', '6-12', '14-4', '6-4-2-2-4'])

/**
 * Whether a window is a citizen's identity number, of 18 places or of the 15 used until 2013.
 * @param after the folded text behind the window: an X may end the number
 * @returns how many characters behind the window belong to it; nothing when it is none
 */
export function identityNumber({ digits, shape }: DigitWindow, after: string): number | undefined {
  if (!REGION.test(digits)) return undefined
  const x = digits.length === 17 ? X_AFTER.exec(after) : null
  if (x) return hasBirthday(digits) ? x[0].length : undefined
  if (digits.length === 18 && hasBirthday(digits)) {
    const isRight = digits.endsWith(checkCharacter(digits))
    return isRight || USUAL.has(shape) || isSpelled(shape) ? 0 : undefined
  }
  const isOld = digits.length === 15 && (shape === '15' || isSpelled(shape) || shape === '6-6-3')
  return isOld && isDay(`19${digits.slice(6, 12)}`) ? 0 : undefined
}

/** The check character of the first 17 digits. */
export function checkCharacter(digits: string): string {
  const sum = WEIGHTS.reduce((all, weight, index) => all + weight * Number(digits[index]), 0)
  return CHECKS[sum % 11] as string
}

function hasBirthday(digits: string): boolean {
  return /^(?:19|20)/.test(digits.slice(6, 8)) && isDay(digits.slice(6, 14))
}

function isDay(digits: string): boolean {
  return isDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`)
}
