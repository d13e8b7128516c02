import { describe, expect, test } from 'vitest'
import { anonymise, findOriginals, type Originals, tellingNumbers } from './anonymise.ts'
import { replaceYears } from './relative-years.ts'

test.each<[why: string, text: string, told: string]>([
  ['a year', '2023年完成', '第一年完成'],
  ['a budget year', '2023年度预算', '第一年预算'],
  ['the year before, and earlier', '2022年、2018年度', '上一年、以前年度'],
  ['of the last century', '1998年建成', '以前年度建成'],
  ['with spaces', '2024 年 3 月 9 日', '第二年3月'],
  ['a school year', '2023学年', '第一年'],
  ['a date with 号', '2023年3月9号', '第一年3月'],
  ['a date with strokes', '2023-03-09', '第一年3月'],
  ['a date with slashes', '2023/3/9', '第一年3月'],
  ['a date with points', '2023.3.9', '第一年3月'],
  ['a month', '2023年12月', '第一年12月'],
  ['a month with a stroke', '2023-03完成', '第一年3月完成'],
  ['a range', '2023-2025年', '第一年-第三年'],
  ['a range in words', '2022年至2024年', '上一年至第二年'],
  ['a range with a long stroke', '2023——2024年度', '第一年——第二年'],
  ['a list', '2022、2023、2024年', '上一年、第一年、第二年'],
  ['in brackets', '项目（2023）', '项目（第一年）'],
  ['in Chinese digits', '二〇二三年、二零二四年度', '第一年、第二年'],
  ['much later', '2040年', '以后年度'],
  ['a quantity that looks like a year', '受益2023户', '受益2023户'],
  ['an amount', '支付2000万元', '支付2000万元'],
  ['an amount with a fraction', '共2050.5万元', '共2050.5万元'],
  ['inside a longer number', '12023、20231人', '12023、20231人'],
  ['with separators', '1,202,300元，3,2023年', '1,202,300元，3,2023年'],
  ['after a stroke', '一期-2023年', '一期-第一年'],
  ['a range of amounts', '2000-10000元', '2000-10000元'],
  ['an amount after a stroke', '2000-12万元', '2000-12万元'],
  ['how long something takes', '20年、100年', '20年、100年'],
])('%s: %s', (_why, text, told) => {
  expect(replaceYears(text, 2023)).toBe(told)
})

describe('what is left is changed like any number', () => {
  const text = '２０２３年受益2023户，支付2000万元，二〇二三年末2023．5亩。'
  const originals: Originals = {
    ...{ persons: [], offices: [], places: [], projects: [], firstYear: 2023 },
    numbers: new Set(['2023', ...tellingNumbers(text), '2023.5']),
  }

  test('nothing of it can be read afterwards', () => {
    const made = anonymise(text, originals, 83)
    expect(made).toBe('第一年受益1700户，支付1700万元，第一年末1700亩。')
    expect(findOriginals(made, originals)).toEqual([])
  })

  test.each([
    ['in wide digits', '２０２３年', ['2023']],
    ['in Chinese digits', '二〇二三年', ['2023']],
    ['bare', '共2023户', ['2023']],
  ])('a year typed in again %s is found', (_why, typed, found) => {
    expect(findOriginals(typed, originals)).toEqual(found)
  })
})
