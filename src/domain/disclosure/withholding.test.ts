import { describe, expect, test } from 'vitest'
import type { TargetsSheetContent } from '../forms/contents.ts'
import type { PublishedProject } from './published-project.ts'
import { SAMPLE } from './sample-publication.fixture.ts'
import { readWithholding, withhold } from './withholding.ts'

const SHEET: TargetsSheetContent = {
  annualGoal: '向甲公司采购服务，培训1000人',
  indicators: [{ id: '1', name: '培训人数', level2: 'quantity', valueText: '按合同价' }],
}
const LABELS: Record<string, string> = {
  quantity: '数量指标',
  tradeSecret: '商业秘密',
  other: '其他法定情形',
}
const labelOf = (_column: string, value: unknown) => LABELS[String(value)] ?? ''
type Rows = NonNullable<TargetsSheetContent['withheld']>
const row = (what: string, more: Partial<Rows[number]> = {}): Rows[number] => ({
  what,
  basis: 'tradeSecret',
  reason: '底价未公开',
  ...more,
})
const read = (rows: Rows, versions = [SHEET]) => readWithholding(versions, rows, labelOf)

describe('readWithholding', () => {
  test('an indicator is told by its level, words only as words, neither by what it says', () => {
    const { parts, whole } = read([row('培训人数'), row('甲公司')])
    expect(whole).toBeUndefined()
    expect(parts.map(({ what, basis, reason }) => [what, basis, reason])).toEqual([
      ['数量指标一项', '商业秘密', '底价未公开'],
      ['正文中的部分文字', '商业秘密', '底价未公开'],
    ])
  })

  test('what names nothing keeps all of it inside, and covers no ordinary words', () => {
    const { whole, words, indicators } = read([row('服务资金', { basis: 'other' })])
    expect(whole).toMatchObject({ what: '服务资金', basis: '其他法定情形' })
    expect(words).toEqual([])
    expect([...indicators.keys()]).toEqual(['培训人数'])
  })

  test('an indicator that had another name in an earlier version is withheld under both', () => {
    const earlier = { indicators: [{ id: '1', name: '参训人数' }] }
    expect([...read([row('培训人数')], [earlier, SHEET]).indicators.keys()].sort()).toEqual(
      ['培训人数', '参训人数'].sort(),
    )
  })

  test('a false alarm withholds nothing', () => {
    expect(read([row('培训人数', { basis: 'falseAlarm' })])).toMatchObject({ parts: [], words: [] })
  })
})

describe('withhold', () => {
  const held = withhold(SAMPLE, read([row('培训人数')]))
  const said = (published: PublishedProject) =>
    JSON.stringify([
      published.target?.indicators,
      published.selfEvaluation?.rows,
      published.evaluation?.items,
    ])

  test('an indicator stays inside wherever it is printed: target, self-evaluation, problems', () => {
    expect(said(SAMPLE)).toContain('培训人数')
    expect(said(held)).not.toMatch(/培训人数|≥1000|900人/)
    expect(held.target?.indicators[0]).toMatchObject({
      name: '未公开（底价未公开）',
      value: '',
      weight_x100: 5000,
    })
    expect(held.selfEvaluation?.rows[0]).toMatchObject({
      targetText: '未公开',
      actualInWords: '未公开',
      score_x100: 4500,
    })
    expect(held.problems?.[0]?.indicator).toBe('未公开（底价未公开）')
    expect(held.target?.indicators[1]).toEqual(SAMPLE.target?.indicators[1])
  })

  test('its score counts as given, so that the rest still adds up', () => {
    expect(held.selfEvaluation?.rows.map(({ entered_x100 }) => entered_x100)).toEqual([4500, 3000])
    expect(held.selfEvaluation?.total_x100).toBe(SAMPLE.selfEvaluation?.total_x100)
  })

  test('a target that stays inside as a whole takes the evaluation by the unit with it', () => {
    const all = withhold(SAMPLE, read([row('服务资金')]))
    expect([all.target, all.selfEvaluation]).toEqual([null, null])
    expect(all.problems?.[0]?.indicator).toBe('未公开（底价未公开）')
    expect(all.evaluation?.total_x100).toBe(SAMPLE.evaluation?.total_x100)
  })
})
