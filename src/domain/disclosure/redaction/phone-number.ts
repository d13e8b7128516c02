import { type DigitWindow, isSpelled } from './digit-runs.ts'

const MOBILE = /^(?:(?:00)?86)?0?1[3-9]\d{9}$/
const MOBILE_SHAPES = new Set(['11', '3-4-4', '3-8', '4-4-3', '4-3-4', '3-3-5', '7-4'])
/** A sum of money, not a number to call. */
const MONEY_AFTER = /^(?:\.\d{1,6})?\s?(?:[万亿千百]|元|亩|平方)/

/** @param after the folded text behind the window */
export function isMobile({ digits, shape }: DigitWindow, after: string): boolean {
  if (!MOBILE.test(digits) || MONEY_AFTER.test(after)) return false
  const own = shape.replace(/^(?:2|4)-/, '').replace(/^13$|^15$|^12$/, '11')
  return MOBILE_SHAPES.has(own) || MOBILE_SHAPES.has(shape) || isSpelled(shape)
}

const AREA_AND_NUMBER = /^(?:0(?:10|2\d)[2-9]\d{7}|0[3-9]\d{2}[2-9]\d{6,7})$/
const LANDLINE_SHAPES = /^(?:1[0-2]|[34]-[78]|[34]-[34]-4|[34]-4-[34]|[34]-2-2-[34])$/
const LABEL_BEFORE = /(?:电话|座机|固话|传真|办公室电话|tel|fax)[^\d一-龥]{0,6}$/i
const LOCAL_SHAPES = /^(?:[78]|[34]-4)$/

/** @param before the folded text before the window: a label makes a number without area code a phone number */
export function isLandline({ digits, shape }: DigitWindow, before: string, after: string): boolean {
  if (MONEY_AFTER.test(after)) return false
  const own = digits.replace(/^(?:00)?86(?=0)/, '')
  if (AREA_AND_NUMBER.test(own) && LANDLINE_SHAPES.test(shape.replace(/^[24]-(?=[34]-)/, ''))) return true
  return /^[2-9]\d{6,7}$/.test(digits) && LOCAL_SHAPES.test(shape) && LABEL_BEFORE.test(before)
}
