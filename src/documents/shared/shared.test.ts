import { expect, test } from 'vitest'
import { chineseNumber, clause, day, fenSum, money, moneySum, period, rate, sentence } from './text.ts'
import { titleLines } from './title-lines.ts'

test.each([
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [35, '三十五'],
])('%i is written %s', (value, text) => {
  expect(chineseNumber(value)).toBe(text)
})

test('missing amounts stay blank and are never taken for zero', () => {
  expect(money(null)).toBe('')
  expect(moneySum([null, undefined, ''])).toBe('')
  expect(moneySum(['450000000', null, '50000000'])).toBe('500.00')
  expect(fenSum([])).toBeUndefined()
})

test('a rate without a budget is a dash, without a figure blank', () => {
  expect(rate(438500000n, 500000000n)).toBe('87.70%')
  expect(rate(0n, 0n)).toBe('—')
  expect(rate(undefined, 1n)).toBe('')
})

test('dates are written without leading zeros; nonsense is left blank', () => {
  expect(day('2024-05-07')).toBe('2024年5月7日')
  expect(day('2024-02-30')).toBe('')
  expect(period('2023-01-01', '2024-12-31')).toBe('2023年1月1日至2024年12月31日')
  expect(period(null, null)).toBe('')
})

test('a sentence ends once, a clause not at all', () => {
  expect(sentence('按期完成')).toBe('按期完成。')
  expect(sentence('按期完成。')).toBe('按期完成。')
  expect(sentence('')).toBe('')
  expect(clause('按期完成；')).toBe('按期完成')
})

test('titles break between their parts and never exceed a line', () => {
  expect(titleLines('示例县财政局关于', '示例县高标准农田灌溉设施改造项目', '绩效评价整改的通知')).toBe(
    '示例县财政局关于\n示例县高标准农田灌溉设施改造项目\n绩效评价整改的通知',
  )
  expect(titleLines('甲局关于', '乙项目', '整改的通知')).toBe('甲局关于乙项目整改的通知')
  const long = titleLines('甲局关于', '很'.repeat(45), '的通知').split('\n')
  expect(Math.max(...long.map((line) => line.length))).toBeLessThanOrEqual(19)
  expect(long.join('')).toBe(`甲局关于${'很'.repeat(45)}的通知`)
})
