import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatWanYuan } from '../shared/money.ts'
import { chineseValue, findNumerals } from './numerals.ts'

const brief = (text: string) =>
  findNumerals(text).map(({ kind, value, unit }) => [kind, value, unit].join(' '))

describe('numerals of Chinese text', () => {
  test.each<[string, string[]]>([
    ['涉及资金17,815.56万元', ['figure 17815.56 万元']],
    ['净减少-120.00万元，占12.50%', ['figure -120.00 万元', 'figure 12.50 %']],
    ['优1个、良8个、中0个', ['figure 1 个', 'figure 8 个', 'figure 0 个']],
    ['2023年度评价结果', ['year 2023 年度']],
    ['2024年5月7日确认，2024-06-01前办结', ['day 2024-05-07 ', 'day 2024-06-01 ']],
    ['示财（绩）发〔2024〕12号', ['number 〔2024〕12号 ']],
    ['三个项目、二十五户、两次检查', ['figure 3 个', 'figure 25 户', 'figure 2 次']],
    ['一体化管理一般一次性项目，统一安排，进一步落实', []],
    ['一、基本情况\n1.问题突出\n（二）做法', ['order 一、 ', 'order 1. ', 'order （二） ']],
    ['纳入下一次专报，新一轮评价由同一个机构承担', []],
    ['一是加强管理，二是严格执行', []],
    ['详见附件2第3条', ['order 附件2 ', 'order 第3条 ']],
    ['完成百分之三十五', ['figure 35 %']],
    ['得分88.52分', ['figure 88.52 分']],
    ['提高3个百分点', ['figure 3 个百分点']],
    ['1,234次和1,23', ['figure 1234 次', 'figure 1 ', 'figure 23 ']],
    ['', []],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected))

  test.each<[string, number]>([
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百零五', 105],
    ['三万二千', 32_000],
    ['一亿二千万', 120_000_000],
    ['二〇二三', 2023],
  ])('%s is %i', (text, value) => expect(chineseValue(text)).toBe(value))

  test('an amount is found as it was written, whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 14n }),
        fc.constantFrom('共', '为', '（'),
        (fen, before) => {
          const amount = formatWanYuan(fen)
          const [found, ...others] = findNumerals(`资金${before}${amount}万元，已支出。`)
          expect(others).toEqual([])
          expect(found).toMatchObject({ value: amount.replaceAll(',', ''), unit: '万元', place: 3 })
        },
      ),
    )
  })

  test('what is found stands where it is said to stand, and nothing overlaps', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'一二十个年月日0123456789.,-%万元〔〕号第') }),
        (text) => {
          let end = 0
          for (const { place, text: piece } of findNumerals(text)) {
            expect(text.slice(place, place + piece.length)).toBe(piece)
            expect(place).toBeGreaterThanOrEqual(end)
            end = place + piece.length
          }
          expect(
            findNumerals(text)
              .map((one) => one.text)
              .join('')
              .replace(/\D/g, ''),
          ).toBe(text.replace(/\D/g, ''))
        },
      ),
    )
  })
})
