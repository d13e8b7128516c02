import { describe, expect, test } from 'vitest'
import type { MonitoringFindingContent, MonitoringRoundContent } from '../../forms/contents.ts'
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
