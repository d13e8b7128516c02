import { describe, expect, test } from 'vitest'
import type { TargetsSheetContent, TargetsSheetIndicatorsRow } from '../../forms/contents.ts'
import { CATALOGUE_VALUES } from '../../indicators/catalogue.fixture.ts'
import { readerOf } from '../../rules/testing.ts'
import type { Finding } from '../../shared/finding.ts'
import * as checks from './index.ts'

const RULES = readerOf({
  'targets.catalogue': CATALOGUE_VALUES,
  'targets.level1_weights': {
    output_x100: 5000,
    benefit_x100: 3000,
    satisfaction_x100: 1000,
    execution_x100: 1000,
    withoutSatisfaction: 'benefit',
    withCost: { cost_x100: 2000, output_x100: 4000, benefit_x100: 2000, satisfaction_x100: 1000 },
  },
  'targets.smart_share': { share_bp: 8000 },
  'targets.review_grade_bands': { excellent_bp: 9000, good_bp: 8000, fair_bp: 6000 },
  'targets.review_consequences': {
    excellent: 'pass',
    good: 'pass_after_corrections',
    fair: 'return',
    poor: 'refuse',
  },
})
const text = (findings: readonly Finding[]) => findings.map(({ message }) => message).join('\n')

type Row = TargetsSheetIndicatorsRow
type Level1 = NonNullable<Row['level1']>
type Level2 = NonNullable<Row['level2']>
const row = (level1: Level1, level2: Level2, weight = 0, more: Row = {}): Row => ({
  level1,
  level2,
  weight_x100: weight * 100,
  ...more,
})
const GOOD = [
  row('output', 'quantity', 20),
  row('output', 'quality', 10),
  row('output', 'timeliness', 10),
  row('output', 'outputCost', 10),
  row('benefit', 'social', 15),
  row('benefit', 'sustainability', 15),
  row('satisfaction', 'serviceSatisfaction', 10),
]

describe('TGT-101 指标体系', () => {
  const of = (...indicators: Row[]) => text(checks.checkIndicatorSet({ indicators }))
  test.each<[why: string, rows: Row[], said: string[]]>([
    ['complete', GOOD, []],
    ['timeliness stands in for quality', [GOOD[0]!, GOOD[2]!, GOOD[4]!], []],
    ['no quantity', GOOD.slice(1), ['数量指标']],
    ['neither quality nor timeliness', [GOOD[0]!, GOOD[4]!], ['时效指标']],
    ['no benefit', GOOD.slice(0, 4), ['效益指标']],
    ['nothing', [], ['数量指标', '时效指标', '效益指标']],
  ])('%s', (_why, rows, said) => {
    expect(
      of(...rows)
        .split('\n')
        .filter(Boolean),
    ).toHaveLength(said.length)
    for (const word of said) expect(of(...rows)).toContain(word)
  })
})

describe('TGT-102 满意度', () => {
  test.each<[why: string, content: TargetsSheetContent, severities: string[]]>([
    ['indicator', { indicators: GOOD }, []],
    ['reason', { indicators: [], noSatisfactionReason: '内部系统，无直接服务对象' }, []],
    ['neither', { indicators: GOOD.slice(0, 6) }, ['error']],
    ['a blank reason is none', { noSatisfactionReason: '  ' }, ['error']],
    ['both', { indicators: GOOD, noSatisfactionReason: '无' }, ['warning']],
  ])('%s', (_why, content, severities) => {
    expect(checks.checkSatisfaction(content).map(({ severity }) => severity)).toEqual(severities)
  })
})

describe('TGT-103 权重', () => {
  const of = (indicators: Row[]) => text(checks.checkWeights({ indicators }, RULES))
  test.each<[why: string, rows: Row[], said: string]>([
    ['50 / 30 / 10', GOOD, ''],
    ['benefit 15 + 10', GOOD.map((one, i) => (i === 5 ? { ...one, weight_x100: 1000 } : one)), '还差 5 分'],
    [
      'half a point too much',
      GOOD.map((one, i) => (i === 0 ? { ...one, weight_x100: 2050 } : one)),
      '多出 0.5 分',
    ],
    [
      'without satisfaction its points go to benefit',
      [...GOOD.slice(0, 4), row('benefit', 'social', 40)],
      '',
    ],
    ['and must not be lost', GOOD.slice(0, 6), '效益指标权重应为 40 分，现为 30 分，还差 10 分'],
    [
      'cost as a level of its own: 20 / 40 / 20 / 10',
      [
        row('cost', 'economicCost', 20),
        row('output', 'quantity', 40),
        row('benefit', 'social', 20),
        GOOD[6]!,
      ],
      '',
    ],
    ['a weight of zero', [...GOOD, row('output', 'quality', 0)], '权重为 0'],
    ['nothing yet', [], ''],
  ])('%s', (_why, rows, said) => {
    if (said === '') expect(of(rows)).toBe('')
    else expect(of(rows)).toContain(said)
  })
})

describe('TGT-104 指标值', () => {
  const of = (more: Row, level2: Level2 = 'quantity') =>
    checks
      .checkIndicatorValues({ indicators: [row('output', level2, 10, more)] })
      .map(({ where }) => where.column)
  test.each<[why: string, more: Row, columns: string[]]>([
    ['quantitative, complete', { kind: 'quant', operator: 'ge', value: '95', unit: '%' }, []],
    ['words only', { kind: 'quant', valueText: '显著提升' }, ['operator', 'value', 'unit']],
    ['no unit', { kind: 'quant', operator: 'eq', value: '0' }, ['unit']],
    ['range without its end', { kind: 'quant', operator: 'range', value: '1', unit: '月' }, ['upper']],
    ['date', { kind: 'date', dateValue: '2023-12-31' }, []],
    ['date as text only', { kind: 'date', valueText: '年底前' }, ['dateValue']],
    ['qualitative', { kind: 'qual', valueText: '明显改善' }, []],
    ['qualitative without words', { kind: 'qual' }, ['valueText']],
    ['yes or no', { kind: 'yesno', valueText: '建成' }, []],
    ['kind not chosen yet: the form asks', {}, []],
  ])('%s', (_why, more, columns) => {
    expect(of(more)).toEqual(columns)
  })
  test('a second level of another first level', () => {
    expect(of({}, 'social')).toEqual(['level2'])
  })
})

describe('TGT-105 资金勾稽', () => {
  const money = { total_fen: '80000000', fiscal_fen: '62000000', other_fen: '18000000' }
  const period = { periodTotal_fen: '80000000' }
  const quarters = (...amounts: string[]) => ({
    quarterPlan: amounts.map((planned_fen) => ({ planned_fen })),
  })
  const cost = (value: string, unit: string) => ({
    indicators: [row('output', 'outputCost', 10, { value, unit })],
  })
  test.each<[why: string, content: TargetsSheetContent, said: string]>([
    ['adds up', { ...money, ...period }, ''],
    ['one fen short', { ...money, other_fen: '17999999' }, '79.999999 万元不等'],
    ['year above period', { ...money, periodTotal_fen: '79999999' }, '大于实施期'],
    ['quarters add up', { ...money, ...quarters('20000000', '20000000', '20000000', '20000000') }, ''],
    [
      'quarters do not',
      { ...money, ...quarters('20000000', '20000000', '20000000', '20000001') },
      '分季用款计划',
    ],
    ['quarters not finished', { ...money, ...quarters('20000000', '') }, ''],
    ['cost on the total', { ...money, ...cost('80', '万元') }, ''],
    ['cost above it', { ...money, ...cost('80.01', '万元') }, '超过年度资金总额'],
    ['a unit cost never counts', { ...money, ...cost('9999', '元/株') }, ''],
    ['nothing yet', {}, ''],
  ])('%s', (_why, content, said) => {
    const findings = text(checks.checkTargetMoney(content))
    if (said === '') expect(findings).toBe('')
    else expect(findings).toContain(said)
  })
})

describe('TGT-106 可衡量性', () => {
  const of = (...indicators: Row[]) => checks.checkMeasurability({ indicators }, '道路项目', RULES)
  const whole = (name: string): Row => ({ name, kind: 'quant', value: '100', unit: '%' })
  const other = (name: string, value: string): Row => ({ name, kind: 'quant', value, unit: '户' })
  test.each<[why: string, rows: Row[], said: string]>([
    ['plain', [other('受益户', '300'), whole('合格率'), other('培训', '50')], ''],
    ['words on a number', [{ name: '效果', kind: 'quant', valueText: '显著提升' }], '没有数字'],
    ['the project itself', [other('道路项目', '1')], '与项目名称相同'],
    ['twice', [other('受益户', '1'), other('受益户', '2')], '重复出现'],
    ['four of five 100%', [...'甲乙丙丁'].map(whole).concat(other('戊', '3')), '都是 100%'],
    ['three of five', [...'甲乙丙'].map(whole).concat(other('丁', '3'), other('戊', '4')), ''],
    ['all the same', [...'甲乙丙'].map((name) => other(name, '5')), '相同'],
  ])('%s', (_why, rows, said) => {
    const findings = of(...rows)
    if (said === '') expect(findings).toEqual([])
    else expect(text(findings)).toContain(said)
    expect(findings.every(({ severity }) => severity === 'warning')).toBe(true)
  })
})

describe('TGT-107 审核意见', () => {
  const of = (score_x100: number | null, opinion?: string) =>
    checks.checkReviewOpinions(
      { review: [{ point: '资金匹配性', weight_x100: 1500, score_x100, ...(opinion ? { opinion } : {}) }] },
      RULES,
    ).length
  test.each<[why: string, score: number | null, opinion: string | undefined, count: number]>([
    ['10 of 15 is 中', 1000, undefined, 1],
    ['with an opinion', 1000, '资金偏高', 0],
    ['80 % is 良', 1200, undefined, 0],
    ['one hundredth below', 1199, undefined, 1],
    ['zero is a score', 0, undefined, 1],
    ['not scored yet', null, undefined, 0],
  ])('%s', (_why, score, opinion, count) => {
    expect(of(score, opinion)).toBe(count)
  })
})

test.each<['excellent' | 'good' | 'fair' | 'poor', said: string]>([
  ['excellent', ''],
  ['good', ''],
  ['fair', '退回修改'],
  ['poor', '不予通过'],
])('TGT-108 审核结果 %s', (grade, said) => {
  expect(text(checks.checkReviewOutcome(grade, RULES))).toContain(said)
  expect(checks.checkReviewOutcome(grade, RULES)).toHaveLength(said === '' ? 0 : 1)
})

test.each<[why: string, on: string | undefined, severities: string[]]>([
  ['not yet, and the last day is over', undefined, ['warning']],
  ['the day of approval', '2023-02-09', []],
  ['the day before', '2023-02-08', ['error']],
  ['the last day', '2023-03-01', []],
  ['one day late', '2023-03-02', ['warning']],
  ['tomorrow', '2023-03-11', ['error']],
])('TGT-109 公开日期: %s', (_why, disclosedOn, severities) => {
  const dates = { approvedOn: '2023-02-09', dueOn: '2023-03-01', today: '2023-03-10' }
  const content = disclosedOn === undefined ? {} : { disclosedOn }
  expect(checks.checkDisclosureDate(content, dates).map(({ severity }) => severity)).toEqual(severities)
})

test('every finding carries the ID and source of a listed check', () => {
  const ids = checks.targetsChecks.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const [finding] = checks.checkSatisfaction({})
  expect(finding).toMatchObject({ ruleId: 'TGT-102', source: { article: '附件填报说明' } })
})
