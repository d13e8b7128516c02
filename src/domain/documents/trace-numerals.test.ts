import { describe, expect, test } from 'vitest'
import { findUntraced, traceNumerals } from './trace-numerals.ts'

const FIGURES = [{ text: '2023年' }, { text: '2个' }, { text: '820.00万元' }, { text: '2024年5月7日' }]

describe('every numeral has a figure behind it', () => {
  test.each<[string, string[]]>([
    ['一、基本情况\n2023年度评价2个项目，资金820万元，2024年5月7日确认。', []],
    ['两个项目，820.00万元', []],
    ['2个单位，2家企业', ['2家']],
    ['资金820.01万元', ['820.01万元']],
    ['资金820.00元', ['820.00元']],
    ['2024年5月8日', ['2024年5月8日']],
    ['2022年', ['2022年']],
    ['提高12%', ['12%']],
  ])('%s', (text, untraced) => {
    expect(findUntraced(text, FIGURES).map((one) => one.text)).toEqual(untraced)
  })

  test('says which figure it is', () => {
    expect(traceNumerals('资金820.00万元', FIGURES)[0]?.figure).toBe(FIGURES[2])
  })
})
