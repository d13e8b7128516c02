import { expect, test } from 'vitest'
import { findFen, formatWanYuan, formatYuan, parseFen, parseWanYuan, parseYuan, sumFen } from './money.ts'

test.each([
  ['62.00', '62000000', '62.00'],
  ['1,234.5', '1234500000', '1,234.50'],
  ['0.000001', '1', '0.000001'],
  ['-3.2', '-3200000', '-3.20'],
  ['215,457.6', '215457600000', '215,457.60'],
  ['0', '0', '0.00'],
])('%s 万元 is %s fen and is shown as %s', (typed, fen, shown) => {
  expect(parseWanYuan(typed).toString()).toBe(fen)
  expect(formatWanYuan(fen)).toBe(shown)
})

test.each(['', '12a', '0.0000001', '1e3', '参见附件'])('refuses %j as 万元', (typed) => {
  expect(() => parseWanYuan(typed)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }))
})

test('yuan have two decimals', () => {
  expect(parseYuan('1,300.05')).toBe(130005n)
  expect(formatYuan(130005n)).toBe('1,300.05')
  expect(() => parseYuan('0.001')).toThrow('最多两位小数')
})

test('a missing amount is not zero', () => {
  expect(findFen(undefined)).toBeUndefined()
  expect(findFen('')).toBeUndefined()
  expect(findFen('0')).toBe(0n)
})

test('amounts beyond double precision stay exact', () => {
  expect(sumFen([parseFen('9007199254740993'), 1n])).toBe(9007199254740994n)
  expect(formatWanYuan('9007199254740993')).toBe('9,007,199,254.740993')
})
