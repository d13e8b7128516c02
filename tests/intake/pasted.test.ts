import { describe, expect, test } from 'vitest'
import { readTableText } from '../../src/domain/doctor/read/text-table.ts'
import { GOOD_FORM } from './hostile-files.ts'
import { toSeparated } from './write-form.ts'

const brief = (text: string) =>
  readTableText(text).tables.map(({ indicators, totalScore }) => ({
    rows: indicators.map((row) => [row.level2, row.name, row.target, row.actual, row.weight, row.score]),
    totalScore,
  }))

const GOOD = [
  {
    rows: [
      ['数量指标', '养护里程', '≥120公里', '118公里', '30', '29.5'],
      ['质量指标', '验收合格率', '≥95%', '97%', '20', '20'],
      ['社会效益指标', '通行条件', '明显改善', '明显改善', '30', '30'],
      ['服务对象满意度指标', '群众满意度', '≥90%', '92%', '10', '10'],
    ],
    totalScore: '98.1',
  },
]

describe('pasted text with cells apart', () => {
  const lines = GOOD_FORM.rows.map((row) => row.map((text) => (text === '' ? ' ' : text)))
  test.each([
    ['tabs, as a spreadsheet copies', toSeparated(GOOD_FORM, '\t')],
    ['bars', lines.map((row) => `| ${row.join(' | ')} |`).join('\n')],
  ])('%s', (_what, text) => {
    expect(brief(text)).toEqual(GOOD)
  })

  test('a text that breaks off is not complete, and its last row is left out', () => {
    const text =
      '一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 产出指标 数量指标 养护里程 ≥120公里 118公里 30 29.5 质量指标 验收合'
    const { tables, notes } = readTableText(text)
    expect(tables[0]).toMatchObject({ isComplete: false, indicators: [{ name: '养护里程', score: '29.5' }] })
    expect(notes.at(-1)?.message).toContain('就断了')
  })

  test('figures without signs are cut where only one way fits', () => {
    const text =
      '一级指标二级指标三级指标分值年度指标值实际完成值得分产出指标数量指标养护里程30120公里118公里29质量指标验收合格率2095%97%20总分5049'
    const { tables, notes } = readTableText(text)
    expect(tables[0]?.indicators.map(({ name, weight, target }) => [name, weight, target])).toEqual([
      ['养护里程', '30', '120公里'],
      ['验收合格率', '20', '95%'],
    ])
    expect(notes).toEqual([])
  })
})
