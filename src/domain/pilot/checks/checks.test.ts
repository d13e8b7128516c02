import { describe, expect, test } from 'vitest'
import type { PilotAcceptanceContent, PilotSelectionContent } from '../../forms/contents.ts'
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
    criteria: [{ weight_x100: 4000 }, { weight_x100: 6000 }],
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
  ])('%s', (_why, change, fields) => {
    expect(checks.checkAcceptance({ ...good, ...change }).map(({ where }) => where.field)).toEqual(fields)
  })
})
