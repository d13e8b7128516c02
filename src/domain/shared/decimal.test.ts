import { expect, test } from 'vitest'
import { Decimal, findDecimal, formatDecimal, parseDecimal } from './decimal.ts'

test('reads plain numbers only', () => {
  expect(parseDecimal('90.25').toFixed()).toBe('90.25')
  for (const text of ['', '1e3', '1,000', '≥5', '.5']) expect(() => parseDecimal(text)).toThrow('不是数字')
})

test('blank is nothing, not zero', () => {
  expect(findDecimal(' ')).toBeUndefined()
  expect(findDecimal(null)).toBeUndefined()
  expect(findDecimal('0')?.isZero()).toBe(true)
})

test('shown without needless zeros', () => {
  expect(formatDecimal(new Decimal(120).times(12).div(7))).toBe('205.71')
  expect(formatDecimal(new Decimal('40.00'))).toBe('40')
})
