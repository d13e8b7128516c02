import { isUnitWord } from '../../../targets/index.ts'

/** Shares, time, money and grades: dividing money by them says nothing about what one thing costs. */
const NO_COUNT = /[%‰元]|百分点|^[百千万亿]*(?:个?工作日|个?月|年|日|天|周|小时|分钟|度|等|级)$/

/** Whether a unit counts or measures things, so that money divided by it is the cost of one. */
export function isCountUnit(unit: string): boolean {
  const plain = unit.trim()
  return isUnitWord(plain) && !NO_COUNT.test(plain)
}
