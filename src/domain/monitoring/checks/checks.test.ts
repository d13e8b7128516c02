import { describe, expect, test } from 'vitest'
import type { MonitoringFindingContent, MonitoringRoundContent } from '../../forms/contents.ts'
import { readerOf } from '../../rules/testing.ts'
import type { Finding } from '../../shared/finding.ts'
import * as checks from './index.ts'
import type { Light, RoundLights } from './index.ts'

const TODAY = '2023-08-15'
const places = (findings: readonly Finding[]) =>
  findings.map(({ where }) => [where.field, where.row, where.column].filter((x) => x !== undefined).join('/'))
const lights = (execution: Light, ...progress: Light[]): RoundLights => ({ execution, progress })

describe('MON-101 双监控两项齐报', () => {
  const money = { execution: [{ fund: 'fiscal' as const, paid_fen: '0' }] }
  const goals = { progress: [{ name: '里程', actual: '0' }] }
  test.each<[why: string, content: MonitoringRoundContent, where: string[]]>([
    ['both; nothing paid is a figure', { ...money, ...goals }, []],
    ['words will do', { ...money, progress: [{ name: '里程', actualText: '未开始' }] }, []],
    ['money only', money, ['progress']],
    ['goals only', goals, ['execution']],
    ['a fund left out', { ...goals, execution: [{ paid_fen: '0' }, { paid_fen: '' }] }, ['execution']],
    [
      'an indicator left out',
      { ...money, progress: [{ name: '甲', actual: '1' }, { name: '乙' }] },
      ['progress/1/actual'],
    ],
  ])('%s', (_why, content, where) => {
    expect(places(checks.checkBothHalves(content))).toEqual(where)
  })
})

describe('MON-102 原因', () => {
  const row = { name: '里程', causes: ['staff' as const], causeText: '施工队人手不足' }
  test.each<[why: string, content: MonitoringRoundContent, lights: RoundLights, where: string[]]>([
    ['green needs none', { progress: [{}] }, lights('green', 'green'), []],
    ['nor does 待定', { progress: [{}] }, lights('pending', 'pending'), []],
    ['yellow, explained', { progress: [row], executionCause: '雨季' }, lights('yellow', 'yellow'), []],
    ['yellow money', {}, lights('yellow'), ['executionCause']],
    [
      'red without a class',
      { progress: [{ ...row, causes: [] }] },
      lights('green', 'red'),
      ['progress/0/causes'],
    ],
    [
      'red without words',
      { progress: [{ ...row, causeText: ' ' }] },
      lights('green', 'red'),
      ['progress/0/causeText'],
    ],
    [
      'only the one that is lit',
      { progress: [{}, {}] },
      lights('green', 'green', 'yellow'),
      ['progress/1/causes', 'progress/1/causeText'],
    ],
  ])('%s', (_why, content, given, where) => {
    expect(places(checks.checkCauses(content, given))).toEqual(where)
  })
})

describe('MON-103 纠偏', () => {
  const plan = { correctionMeasure: '增加班组', correctionOwner: '王某', correctionDueOn: TODAY }
  test.each<[why: string, content: MonitoringRoundContent, lights: RoundLights, where: string[]]>([
    ['yellow needs no plan', {}, lights('yellow', 'yellow'), []],
    ['red with a plan for today', plan, lights('red'), []],
    [
      'a red indicator',
      {},
      lights('green', 'red'),
      ['correctionMeasure', 'correctionOwner', 'correctionDueOn'],
    ],
    ['yesterday', { ...plan, correctionDueOn: '2023-08-14' }, lights('red'), ['correctionDueOn']],
  ])('%s', (_why, content, given, where) => {
    expect(places(checks.checkCorrection(content, given, TODAY))).toEqual(where)
  })
})

test.each<
  [
    why: string,
    verdicts: MonitoringRoundContent['verdicts'],
    lights: RoundLights,
    findings: number,
    count: number,
  ]
>([
  ['on track', ['onTrack'], lights('green'), 0, 0],
  ['on track in spite of red', ['onTrack'], lights('red'), 1, 1],
  ['on track and slow', ['onTrack', 'slow'], lights('green'), 1, 1],
  ['slow with a finding', ['slow', 'deviates'], lights('red'), 1, 0],
  ['slow without one', ['slow'], lights('red'), 0, 1],
  ['not chosen yet', [], lights('red'), 0, 0],
])('MON-104 结论: %s', (_why, verdicts, given, findings, count) => {
  expect(checks.checkVerdict({ verdicts: verdicts ?? null }, { lights: given, findings })).toHaveLength(count)
})

test('MON-105 现场检查', () => {
  expect(checks.checkFieldChecks({}, true)).toHaveLength(1)
  expect(checks.checkFieldChecks({}, false)).toEqual([])
  expect(checks.checkFieldChecks({ fieldChecks: [{ place: '工地' }] }, true)).toEqual([])
})

test.each([
  ['as planned', { adjusted_fen: '500', paid_fen: '180', expected_fen: '330' }, []],
  ['all of it paid', { adjusted_fen: '500', paid_fen: '500', expected_fen: '500' }, []],
  ['less than already paid', { adjusted_fen: '500', paid_fen: '180', expected_fen: '179' }, ['error']],
  ['above budget', { adjusted_fen: '500', paid_fen: '501', expected_fen: '501' }, ['warning']],
  ['not filled in', {}, []],
])('MON-106 执行数据: %s', (_why, row, severities) => {
  expect(checks.checkExecutionFigures({ execution: [row] }).map(({ severity }) => severity)).toEqual(
    severities,
  )
})

test.each<[why: string, content: MonitoringFindingContent, where: string[]]>([
  ['urging needs no amount', { opinionType: 'urge', dueOn: TODAY }, []],
  ['taking back needs one', { opinionType: 'recover' }, ['amount_fen']],
  ['and zero is none', { opinionType: 'reduce', amount_fen: '0' }, ['amount_fen']],
  ['all that is idle', { opinionType: 'recover', amount_fen: '170' }, []],
  ['more than is idle', { opinionType: 'recover', amount_fen: '171' }, ['amount_fen']],
  ['due yesterday', { opinionType: 'urge', dueOn: '2023-08-14' }, ['dueOn']],
])('MON-107 意见: %s', (_why, content, where) => {
  expect(places(checks.checkFindingOpinion(content, { today: TODAY, idle_fen: '170' }))).toEqual(where)
})

test.each([
  ['on the day', '2023-09-30', 0],
  ['a day late', '2023-10-01', 1],
  ['not yet said', null, 0],
])('MON-108 方案期限: %s', (_why, planDueOn, count) => {
  expect(checks.checkFindingPlan({ planDueOn, dueOn: '2023-09-30' })).toHaveLength(count)
})

describe('what key monitoring adds', () => {
  const complete = { form: 'inspection' as const, photos: ['a'], signedBy: '马某' }
  test.each([
    ['all there', complete, []],
    ['no form', { ...complete, form: null }, ['form']],
    ['no photo', { ...complete, photos: [] }, ['photos']],
    ['no signature', { ...complete, signedBy: ' ' }, ['signedBy']],
  ])('MON-030 检查记录: %s', (_why, row, columns) => {
    const found = checks.checkFieldRecords({ fieldChecks: [row] }, true)
    expect(found.map(({ where }) => where.column)).toEqual(columns)
    expect(checks.checkFieldRecords({ fieldChecks: [row] }, false)).toEqual([])
  })

  test.each([
    ['answered', { state: 'done' as const }, true, []],
    ['not answered', {}, true, ['state']],
    ['not answered, but no key project', {}, false, []],
    ['a problem without words', { state: 'problem' as const }, false, ['facts']],
    ['a problem in words', { state: 'problem' as const, facts: '设备未入账' }, true, []],
  ])('MON-031 扩展内容: %s', (_why, row, isKey, columns) => {
    const found = checks.checkExtendedContent({ extended: [row] }, isKey)
    expect(found.map(({ where }) => where.column)).toEqual(columns)
  })
})

describe('MON-032 风险研判', () => {
  const rules = readerOf({
    'monitoring.risk_measures': {
      deviates: ['urge'],
      ineffective: ['stop'],
      slow: ['urge', 'recover'],
      chanceBelow_bp: 1000,
    },
  })
  const slow = { verdict: 'slow', level: 'minor', basis: '流标', measure: 'urge' } as const
  test.each([
    ['a basis and a measure', { verdicts: ['slow'], judgements: [slow] }, []],
    ['no row for a verdict', { verdicts: ['slow'], judgements: [] }, ['error']],
    [
      'a measure that does not fit',
      { verdicts: ['slow'], judgements: [{ ...slow, measure: 'stop' }] },
      ['error'],
    ],
    ['a row nobody judged', { verdicts: ['onTrack'], judgements: [slow] }, ['error']],
    ['on track', { verdicts: ['onTrack'], judgements: [] }, []],
  ] as const)('%s', (_why, content, severities) => {
    const found = checks.checkJudgements(content as MonitoringRoundContent, [], rules)
    expect(found.map(({ severity }) => severity)).toEqual(severities)
  })

  test('a risk the figures point to is shown, and may be seen otherwise', () => {
    const indicated = [{ verdict: 'deviates', reasons: ['“基地”红灯'] }] as const
    const found = checks.checkJudgements({ verdicts: ['slow'], judgements: [slow] }, indicated, rules)
    expect(found).toMatchObject([{ severity: 'warning' }])
    expect(found[0]?.message).toContain('“基地”红灯')
    expect(checks.checkJudgements({ verdicts: [], judgements: [] }, indicated, rules)).toEqual([])
  })
})

describe('MON-033 调剂明细', () => {
  const line = (direction: 'out' | 'in', amount_fen: string) => ({
    direction,
    projectName: '某项目',
    amount_fen,
  })
  test.each([
    [
      '191 = 63 + 128',
      { amount_fen: '19100', transfers: [line('out', '19100'), line('in', '6300'), line('in', '12800')] },
      0,
    ],
    [
      'one fen too little',
      { amount_fen: '19100', transfers: [line('out', '19100'), line('in', '19099')] },
      1,
    ],
    [
      'balanced, but not the amount',
      { amount_fen: '19000', transfers: [line('out', '19100'), line('in', '19100')] },
      1,
    ],
    ['one side only', { amount_fen: '19100', transfers: [line('out', '19100')] }, 1],
    ['nothing', { amount_fen: '19100', transfers: [] }, 1],
  ])('%s', (_why, content, count) => {
    expect(checks.checkTransfers({ opinionType: 'reallocate', ...content })).toHaveLength(count)
    expect(checks.checkTransfers({ opinionType: 'urge', ...content })).toHaveLength(
      content.transfers.length > 0 ? 1 : 0,
    )
  })
})

describe('MON-034 人大常委会', () => {
  test.each([
    ['no case', [], false, []],
    ['more total spending', ['totalUp'], true, ['error']],
    ['less total spending', ['totalDown'], true, ['error']],
    ['the stabilisation fund', ['stabilisation'], true, ['error']],
    ['key spending', ['keySpending'], true, ['error']],
    ['debt', ['debt'], true, ['error']],
    ['earmarked transfers only, Art. 71', ['earmarked'], true, []],
    ['earmarked and debt', ['earmarked', 'debt'], true, ['error']],
    ['proposed only', ['debt'], false, ['warning']],
  ] as const)('%s', (_why, adjustmentCases, isIssued, severities) => {
    const content = { adjustmentCases: [...adjustmentCases] }
    const found = checks.checkStandingCommittee(content, isIssued)
    expect(found.map(({ severity }) => severity)).toEqual(severities)
    expect(
      checks.checkStandingCommittee({ ...content, congressDecision: '示人常〔2023〕5号' }, isIssued),
    ).toEqual([])
  })
})
