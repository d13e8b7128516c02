import { describe, expect, test } from 'vitest'
import type {
  PilotAcceptanceContent,
  PilotMeetingContent,
  PilotProgrammeContent,
  PilotSelectionContent,
} from '../../forms/contents.ts'
import { readerOf } from '../../rules/testing.ts'
import type { Finding } from '../../shared/finding.ts'
import * as checks from './index.ts'

const RULES = readerOf({
  'pilot.selection_criteria': {
    criteria: [
      { id: 'majorTask', label: '重大目标任务' },
      { id: 'wideCoverage', label: '覆盖面广' },
    ],
    minimum: 1,
  },
  'pilot.projects_per_jurisdiction': { minimum: 1, maximum: 2 },
})
const messages = (findings: readonly Finding[]) => findings.map(({ message }) => message)

test.each<[why: string, criteria: PilotSelectionContent['criteria'], places: (string | undefined)[]]>([
  ['one, with evidence', [{ criterion: 'majorTask', isMet: true, evidence: '县委文件' }], []],
  ['none ticked', [{ criterion: 'majorTask', isMet: false }], [undefined]],
  ['none at all', [], [undefined]],
  ['ticked without evidence', [{ criterion: 'majorTask', isMet: true, evidence: ' ' }], ['evidence']],
  [
    'evidence is asked only of what is ticked',
    [{ criterion: 'majorTask', isMet: true, evidence: '文件' }, { criterion: 'wideCoverage' }],
    [],
  ],
])('PIL-101 选择条件: %s', (_why, criteria, places) => {
  const findings = checks.checkSelectionCriteria({ criteria: criteria ?? null }, RULES)
  expect(findings.map(({ where }) => where.column)).toEqual(places)
})

test.each([
  [0, ['error']],
  [1, []],
  [2, []],
  [3, ['warning']],
])('PIL-102 试点项目数 %i', (projects, severities) => {
  expect(checks.checkQuota(projects, RULES).map(({ severity }) => severity)).toEqual(severities)
})

test.each<[why: string, executors: PilotSelectionContent['executors'], severities: string[]]>([
  ['own forces', [{ stage: 'targets', executorKind: 'own' }], []],
  ['an agency with its name', [{ stage: 'evaluation', executorKind: 'agency', organisation: 'o' }], []],
  ['an agency without', [{ stage: 'exante', executorKind: 'agency' }], ['error']],
  ['own evaluation', [{ stage: 'evaluation', executorKind: 'own' }], ['warning']],
])('PIL-103 实施方式: %s', (_why, executors, severities) => {
  const findings = checks.checkExecutors({ executors: executors ?? null })
  expect(findings.map(({ severity }) => severity)).toEqual(severities)
})

test('PIL-104 完整性 names what is missing', () => {
  const there = { projectName: '灌溉项目', item: '绩效评价分报告', isPresent: true }
  expect(checks.checkCompleteness([there])).toEqual([])
  expect(
    messages(
      checks.checkCompleteness([there, { ...there, item: '自评表', isPresent: false, note: '待自评' }]),
    ),
  ).toEqual(['“灌溉项目”缺少自评表（待自评），请补齐。'])
  expect(checks.checkCompleteness([])).toHaveLength(1)
})

describe('PIL-105 验收', () => {
  const good: PilotAcceptanceContent = {
    criteria: [
      { weight_x100: 4000, score_x100: 3000 },
      { weight_x100: 6000, score_x100: 5000 },
    ],
    pass_x100: 8000,
    fieldChecks: [{ place: '某县' }],
    verdict: 'passed',
  }
  test.each<[why: string, change: PilotAcceptanceContent, fields: string[]]>([
    ['all in order', {}, []],
    ['defects corrected', { defects: [{ problem: '缺附件', isCorrected: true }] }, []],
    ['a defect open', { defects: [{ problem: '缺附件' }] }, ['defects']],
    ['criteria make 99.99', { criteria: [{ weight_x100: 9999 }] }, ['criteria']],
    ['nobody went', { fieldChecks: [] }, ['fieldChecks']],
    ['to be corrected', { verdict: 'correct' }, ['verdict']],
    ['one hundredth below the pass line', { pass_x100: 8001 }, ['verdict']],
    ['below the line and refused', { pass_x100: 8001, verdict: 'failed' }, []],
    ['a defect open and refused', { verdict: 'failed', defects: [{ problem: '缺附件' }] }, []],
  ])('%s', (_why, change, fields) => {
    expect(checks.checkAcceptance({ ...good, ...change }).map(({ where }) => where.field)).toEqual(fields)
  })
})

describe('PIL-120 缺项说明', () => {
  const items = [
    { itemCode: 'TGT-1', projectName: '灌溉项目', item: '绩效目标', isPresent: true },
    { itemCode: 'RES-4', projectName: '灌溉项目', item: '评价结果公开', isPresent: false, note: '待公开' },
    { itemCode: 'REP-7', projectName: '', item: '试点报告', isPresent: false },
  ]
  const reason = { itemCode: 'RES-4', projectName: '灌溉项目', reason: '上级正在复核' }
  const neverExcused = ['REP-7']
  test.each<[why: string, reasons: object[], expected: string[]]>([
    [
      'no reason',
      [],
      [
        '“灌溉项目”缺少评价结果公开（待公开），请补齐，或在“缺项说明”写明原因。',
        '缺少试点报告，请补齐后再申请。',
      ],
    ],
    [
      'a reason for each',
      [reason, { itemCode: 'REP-7', reason: '来不及' }],
      ['缺少试点报告，请补齐后再申请。'],
    ],
    [
      'a reason for another project',
      [{ ...reason, projectName: '道路项目' }],
      [
        '“灌溉项目”缺少评价结果公开（待公开），请补齐，或在“缺项说明”写明原因。',
        '缺少试点报告，请补齐后再申请。',
      ],
    ],
  ])('%s', (_why, reasons, expected) => {
    expect(messages(checks.checkMissingReasons({ items, reasons, neverExcused }))).toEqual(expected)
  })
  test('an empty list never passes', () => {
    expect(checks.checkMissingReasons({ items: [], reasons: [], neverExcused })).toHaveLength(1)
  })
})

describe('PIL-121, PIL-122 补正', () => {
  const defect = { problem: '缺附件', requirement: '补齐', dueOn: '2024-07-01' }
  test.each<[why: string, defects: object[], columns: (string | undefined)[]]>([
    ['a complete list', [defect], []],
    ['nothing to correct', [], [undefined]],
    ['all corrected', [{ ...defect, isCorrected: true }], [undefined]],
    ['no requirement', [{ ...defect, requirement: ' ' }], ['requirement']],
    ['the day is today', [{ ...defect, dueOn: '2024-06-20' }], []],
    ['the day has passed', [{ ...defect, dueOn: '2024-06-19' }], ['dueOn']],
  ])('%s', (_why, defects, columns) => {
    expect(checks.checkDefectList({ defects }, '2024-06-20').map(({ where }) => where.column)).toEqual(
      columns,
    )
  })
  test('an answered problem is marked corrected or said to be still open; what is asked anew keeps its number', () => {
    const two = [defect, { ...defect, problem: '缺公章' }]
    const answers = checks.answersAsked({ defects: two })
    expect(answers.map(({ number, problem }) => [number, problem])).toEqual([
      [1, '缺附件'],
      [2, '缺公章'],
    ])
    expect(checks.checkCorrections({ defects: two })).toEqual([])
    expect(checks.checkCorrections({ defects: two, answers })).toHaveLength(2)
    const looked = [
      { ...two[0], isCorrected: true },
      { ...two[1], checkNote: '章不清楚' },
    ]
    expect(checks.checkCorrections({ defects: looked, answers })).toEqual([])
    const given = [{ ...answers[0], answer: '已补' }, answers[1]] as typeof answers
    expect(checks.answersAsked({ defects: looked, answers: given })).toEqual([
      { ...answers[0], answer: '已补' },
      answers[1],
    ])
  })
})

describe('PIL-123 试点方案设置', () => {
  const RULES = readerOf({
    'pilot.period': { from: '2022-08-01', to: '2024-06-30' },
    'pilot.projects_per_jurisdiction': { minimum: 1, maximum: 2 },
  })
  const points = [{ code: 'a', item: '甲', weight_x100: 10_000 }]
  const good: PilotProgrammeContent = {
    from: '2022-08-01',
    to: '2024-06-30',
    places: [
      { place: '640221', placeName: '平罗县', isTaking: true, projects: 2 },
      { place: '640324', placeName: '同心县', isTaking: false, projects: 0 },
    ],
    milestones: [
      { code: 'selection', label: '项目选择', who: 'place', from: '2022-08-01', to: '2022-09-30' },
    ],
    selectionWeights: points,
    rankingWeights: points,
    criteria: [{ itemCode: 'ACC-1', item: '齐全', weight_x100: 10_000 }],
    pass_x100: 8000,
  }
  test.each<[why: string, change: PilotProgrammeContent, fields: string[]]>([
    ['all in order', {}, []],
    ['a day after the period of the plan', { to: '2024-07-01' }, ['from']],
    ['no place', { places: [] }, ['places']],
    ['three projects of a place', { places: [{ isTaking: true, projects: 3 }] }, ['places']],
    ['a milestone after the end', { milestones: [{ from: '2024-06-01', to: '2024-07-01' }] }, ['milestones']],
    ['a milestone backwards', { milestones: [{ from: '2023-06-02', to: '2023-06-01' }] }, ['milestones']],
    ['points of 99.99', { rankingWeights: [{ weight_x100: 9999 }] }, ['rankingWeights']],
    ['criteria that repeat a code', { criteria: twice(5000) }, ['criteria']],
    ['no pass line', { pass_x100: 0 }, ['pass_x100']],
  ])('%s', (_why, change, fields) => {
    expect(checks.checkProgramme({ ...good, ...change }, RULES).map(({ where }) => where.field)).toEqual(
      fields,
    )
  })
  function twice(weight_x100: number) {
    return [
      { itemCode: 'A', item: '甲', weight_x100 },
      { itemCode: 'A', item: '乙', weight_x100 },
    ]
  }

  test('PIL-124: a third project needs a reason', () => {
    expect(checks.checkOverQuota(2, '', RULES)).toEqual([])
    expect(checks.checkOverQuota(3, ' ', RULES)).toHaveLength(1)
    expect(checks.checkOverQuota(3, '自治区要求增加', RULES)).toEqual([])
  })
})

describe('PIL-126 会议议定事项', () => {
  const decision = { decision: '报送资料', department: 'd', dueOn: '2022-09-30' }
  test.each<[why: string, content: PilotMeetingContent, columns: (string | undefined)[]]>([
    ['all in order', { heldOn: '2022-09-06', decisions: [decision, { decision: '财政局牵头' }] }, []],
    ['not held yet', { heldOn: '2022-09-09', decisions: [] }, [undefined]],
    [
      'a department without a day',
      { heldOn: '2022-09-06', decisions: [{ ...decision, dueOn: '' }] },
      ['dueOn'],
    ],
    [
      'a day without a department',
      { heldOn: '2022-09-06', decisions: [{ dueOn: '2022-09-30' }] },
      ['department'],
    ],
    [
      'an office that is no department of the place',
      { heldOn: '2022-09-06', decisions: [{ ...decision, department: 'somebody' }] },
      ['department'],
    ],
    [
      'a day before the meeting',
      { heldOn: '2022-09-06', decisions: [{ ...decision, dueOn: '2022-09-05' }] },
      ['dueOn'],
    ],
  ])('%s', (_why, content, columns) => {
    const given = { today: '2022-09-08', departments: [decision.department] }
    expect(checks.checkDecisions(content, given).map(({ where }) => where.column)).toEqual(columns)
  })
})

describe('PIL-125 行政区划边界文件', () => {
  const ring = [
    [106, 38],
    [107, 38],
    [107, 39],
    [106, 38],
  ]
  const feature = (code: string, coordinates: unknown = [ring], type = 'Polygon') => ({
    type: 'Feature',
    properties: { adcode: /\d{6}/.test(code) ? Number(code) : code },
    geometry: { type, coordinates },
  })
  const file = (...features: unknown[]) => ({ type: 'FeatureCollection', features })
  const both = file(feature('640104'), feature('640105', [[ring]], 'MultiPolygon'))
  test.each<[why: string, given: unknown, words: string | undefined]>([
    ['one polygon and several', both, undefined],
    ['not a collection', { type: 'Feature' }, 'FeatureCollection'],
    ['nothing', null, 'FeatureCollection'],
    ['a place missing', file(feature('640104')), '西夏区（640105）'],
    ['a place twice', file(feature('640104'), feature('640104'), feature('640105')), '代码重复'],
    ['a code nobody knows', file(...both.features, feature('110101')), '110101'],
    ['no code', file(...both.features, { ...feature('640104'), properties: { name: '兴庆区' } }), '六位'],
    ['a ring that is not closed', file(feature('640104', [ring.slice(1)]), feature('640105')), '闭合'],
    ['off the earth', file(feature('640104', [ring.map(([x]) => [x, 95])]), feature('640105')), '经纬度'],
    ['a point', file(feature('640104', [1, 2], 'Point'), feature('640105')), '闭合'],
    [
      'too many points',
      file(feature('640104', [[...Array(checks.POINTS_MAX).fill([106, 38]), [106, 38]]]), feature('640105')),
      '先简化',
    ],
  ])('%s', (_why, given, words) => {
    const { findings } = checks.readBoundary(given, [
      { id: '640104', name: '兴庆区' },
      { id: '640105', name: '西夏区' },
    ])
    if (words === undefined) expect(findings).toEqual([])
    else expect(messages(findings).join()).toContain(words)
  })

  test('a place with a code of the region, not of the national standard', () => {
    const { features, findings } = checks.readBoundary(file(feature('64NDXX')), [
      { id: '64NDXX', name: '宁东能源化工基地' },
    ])
    expect(findings).toEqual([])
    expect(features.map(({ code }) => code)).toEqual(['64NDXX'])
  })
})
