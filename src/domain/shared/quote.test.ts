import { expect, test } from 'vitest'
import { quote, yearBefore } from './quote.ts'

test.each([
  ['村道硬化项目', '“村道硬化项目”'],
  ['2023年“六盘护工”技能培训项目', '“2023年‘六盘护工’技能培训项目”'],
])('%s in quotation marks: %s', (name, quoted) => {
  expect(quote(name)).toBe(quoted)
})

test.each([
  ['村道硬化项目', '2023年度'],
  ['2023年村道硬化项目', ''],
  ['2022年结转村道硬化项目', '2023年度'],
])('%s of 2023 is preceded by “%s”', (name, words) => {
  expect(yearBefore(2023, name)).toBe(words)
})
