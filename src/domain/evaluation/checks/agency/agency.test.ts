import { expect, test } from 'vitest'
import type { EvaluationAgencyEntryContent, EvaluationEngagementContent } from '../../../forms/contents.ts'
import { readerOf } from '../../../rules/testing.ts'
import type { Finding } from '../../../shared/finding.ts'
import * as checks from './index.ts'

const ON = '2023-09-01'
const rules = (isRequired = false) =>
  readerOf({
    'evaluation.lead_evaluator': { years: 5, evaluationYears: 3 },
    'evaluation.agency_register': { isRequired },
    'evaluation.conflict_years': { years: 3 },
  })
const said = (findings: readonly Finding[]) =>
  findings.map(({ ruleId, severity, where }) => `${ruleId} ${severity} ${where.field ?? ''}`)

const LEAD = { name: '周某', workFrom: '2016-07-01', evaluationFrom: '2020-09-01', hasNoRecord: true }
const WHOLE: EvaluationAgencyEntryContent = {
  ...{ bearsLiability: true, isIndependent: true, hasSoundAccounts: true },
  ...{ hasQualityRules: true, hasNoViolation: true, platformNumber: 'NX-1' },
  leads: [LEAD],
}

test.each<[why: string, content: EvaluationAgencyEntryContent, isDouble: boolean, expected: string[]]>([
  ['whole', WHOLE, false, []],
  ['not independent', { ...WHOLE, isIndependent: false }, false, ['AGE-001 error isIndependent']],
  [
    'not on the platform: a reminder',
    { ...WHOLE, platformNumber: ' ' },
    false,
    ['AGE-001 warning platformNumber'],
  ],
  ['a second entry', WHOLE, true, ['AGE-002 error agency']],
])('AGE-001、AGE-002 登记: %s', (_why, content, isDouble, expected) => {
  expect(said(checks.checkAgencyEntry(content, isDouble))).toEqual(expected)
})

test.each<[why: string, change: object, expected: string[]]>([
  ['three years to the day', {}, []],
  ['one day short', { evaluationFrom: '2020-09-02' }, ['AGE-003 warning leads', 'AGE-003 error leads']],
  ['five years of work to the day', { workFrom: '2018-09-01' }, []],
  ['one day short of five', { workFrom: '2018-09-02' }, ['AGE-003 warning leads', 'AGE-003 error leads']],
  ['a record', { hasNoRecord: false }, ['AGE-003 warning leads', 'AGE-003 error leads']],
  ['no date', { evaluationFrom: null }, ['AGE-003 warning leads', 'AGE-003 error leads']],
])('AGE-003 主评人: %s', (_why, change, expected) => {
  expect(said(checks.checkLeads({ leads: [{ ...LEAD, ...change }] }, ON, rules()))).toEqual(expected)
})

test('AGE-003: one who has the years is enough, the other is named', () => {
  const leads = [LEAD, { ...LEAD, name: '吴某', evaluationFrom: '2021-01-01' }]
  expect(said(checks.checkLeads({ leads }, ON, rules()))).toEqual(['AGE-003 warning leads'])
})

const tie = (until?: string) => ({ ties: [{ institution: '示例县水务局', ...(until ? { until } : {}) }] })
test.each<
  [
    why: string,
    entry: { state: string; content: object } | undefined,
    lead: string | null,
    required: boolean,
    expected: string[],
  ]
>([
  ['nobody in the register: a reminder', undefined, '周某', false, ['AGE-004 warning agency']],
  ['nobody, where the place asks for one', undefined, '周某', true, ['AGE-004 error agency']],
  ['left', { state: 'left', content: WHOLE }, '周某', true, ['AGE-004 error agency']],
  ['registered', { state: 'registered', content: WHOLE }, ' 周某 ', true, []],
  ['suspended', { state: 'suspended', content: WHOLE }, '周某', false, ['AGE-004 error agency']],
  [
    'a lead nobody knows',
    { state: 'registered', content: WHOLE },
    '郑某',
    false,
    ['AGE-005 error leadEvaluator'],
  ],
  ['no lead named yet', { state: 'registered', content: WHOLE }, null, false, []],
  [
    'tied for good',
    { state: 'registered', content: { ...WHOLE, ...tie() } },
    '周某',
    false,
    ['AGE-006 error agency'],
  ],
  [
    'tied until three years ago, to the day',
    { state: 'registered', content: { ...WHOLE, ...tie('2020-09-01') } },
    '周某',
    false,
    ['AGE-006 error agency'],
  ],
  [
    'a day longer ago',
    { state: 'registered', content: { ...WHOLE, ...tie('2020-08-31') } },
    '周某',
    false,
    [],
  ],
])('AGE-004—AGE-006 委托: %s', (_why, entry, leadEvaluator, required, expected) => {
  const facts = { entry, leadEvaluator, judged: ['示例县水务局', '示例县农业农村局'], on: ON }
  expect(said(checks.checkRegistered(facts as never, rules(required)))).toEqual(expected)
})

const CLEAR: EvaluationEngagementContent = {
  ...{ hasKinship: false, hasBusiness: false, tookPart: false, hasContingentFee: false },
  ...{ hadTie: false, pledgeAccepted: true },
}
test.each<[why: string, change: EvaluationEngagementContent, expected: string[]]>([
  ['clear', {}, []],
  ['not all declared', { hasBusiness: null }, ['AGE-007 error hasKinship']],
  ['kinship', { hasKinship: true }, ['AGE-007 error hasKinship']],
  [
    'shares until three years ago, to the day',
    { hadTie: true, tiedUntil: '2020-09-01' },
    ['AGE-007 error hasKinship'],
  ],
  ['a day longer ago', { hadTie: true, tiedUntil: '2020-08-31' }, []],
  ['a tie without its end goes on', { hadTie: true }, ['AGE-007 error hasKinship']],
  ['no pledge', { pledgeAccepted: false }, ['AGE-007 error pledgeAccepted']],
])('AGE-007 申报和承诺: %s', (_why, change, expected) => {
  expect(said(checks.checkDeclaration({ ...CLEAR, ...change }, ON, rules()))).toEqual(expected)
})

const pay = (paidOn: string | null, isAfterAcceptance = true) => ({
  payments: [{ stage: '尾款', share: '100', isAfterAcceptance, paidOn }],
})
test.each<[why: string, content: EvaluationEngagementContent, acceptedOn: string | null, count: number]>([
  ['not paid', pay(null), null, 0],
  ['paid before any acceptance', pay('2023-08-31'), null, 1],
  ['paid the day before', pay('2023-08-31'), ON, 1],
  ['paid on the day', pay(ON), ON, 0],
  ['the first part may come before', pay('2023-06-01', false), ON, 0],
])('AGE-009 付款: %s', (_why, content, acceptedOn, count) => {
  expect(checks.checkPayments(content, acceptedOn)).toHaveLength(count)
})

test.each([
  [null, 1],
  ['openTender' as const, 0],
  ['direct' as const, 1],
])('AGE-010 选定方式: %s', (selection, count) => {
  expect(checks.checkSelection({ selection })).toHaveLength(count)
})
