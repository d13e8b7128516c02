import { describe, expect, test } from 'vitest'
import type { Finding } from '../../shared/finding.ts'
import * as checks from './index.ts'

const said = (findings: readonly Finding[]) =>
  findings.map(({ severity, message }) => `${severity} ${message}`).join('\n')
const expectSaid = (findings: readonly Finding[], words: string) => {
  if (words === '') expect(findings).toEqual([])
  else expect(said(findings)).toContain(words)
}

describe('EXA-201 事前评估前置(G1)', () => {
  const approved = { state: 'approved', decision: 'PARTIAL', suggested_fen: '500000000' }
  test.each<[why: string, input: checks.ExanteGateInput, words: string]>([
    ['not required, none', { isRequired: false }, ''],
    ['required, none', { isRequired: true }, '还没有事前绩效评估'],
    ['not approved yet', { isRequired: true, exante: { state: 'concluded' } }, '还没有审定'],
    ['started although not required', { isRequired: false, exante: { state: 'draft' } }, ''],
    ['refused', { isRequired: true, exante: { ...approved, decision: 'REJECT' } }, '不予支持'],
    ['on the suggestion', { isRequired: true, exante: approved, arranged_fen: '500000000' }, ''],
    ['one fen above', { isRequired: true, exante: approved, arranged_fen: '500000001' }, 'error'],
    [
      'above with a reason',
      { isRequired: true, exante: approved, arranged_fen: '500000001', deviationReason: '材料涨价' },
      'warning',
    ],
    ['nothing entered yet', { isRequired: true, exante: approved }, ''],
  ])('%s', (_why, input, words) => {
    expectSaid(checks.checkExanteGate(input), words)
  })
})

describe('TGT-201 绩效目标前置(G2)', () => {
  const target = (state: string) => ({ state, total_fen: '50000000' })
  test.each<[why: string, input: checks.TargetGateInput, words: string]>([
    ['no target', {}, '还没有设定绩效目标'],
    ...['draft', 'declared', 'reviewed'].map(
      (state) => [state, { target: target(state) }, '还没有通过财政复核'] as [string, object, string],
    ),
    ['refused', { target: target('refused') }, '审核未通过'],
    ...['rechecked', 'approved', 'published'].map(
      (state) => [state, { target: target(state), arranged_fen: '50000000' }, ''] as [string, object, string],
    ),
    ['another amount', { target: target('rechecked'), arranged_fen: '62000000' }, '不一致'],
    [
      'above the control number',
      { target: target('rechecked'), arranged_fen: '50000000', control_fen: '49999999' },
      '超过控制数',
    ],
    [
      'above it with a reason',
      {
        target: target('rechecked'),
        arranged_fen: '50000000',
        control_fen: '49999999',
        deviationReason: '追加',
      },
      '',
    ],
    ['below it', { target: target('rechecked'), arranged_fen: '50000000', control_fen: '60000000' }, ''],
  ])('%s', (_why, input, words) => {
    expectSaid(checks.checkTargetGate(input), words)
  })
})

test.each([
  ['arranged, same amount', { state: 'arranged', arranged_fen: '100' }, ''],
  ['another amount', { state: 'arranged', arranged_fen: '101' }, '不一致'],
  ['not arranged', { state: 'applied', arranged_fen: '100' }, '还没有安排'],
  ['no line', undefined, '还没有安排'],
])('TGT-202 同步批复: %s', (_why, budgetLine, words) => {
  expectSaid(checks.checkSynchronousApproval({ target: { total_fen: '100' }, budgetLine }), words)
})

test.each<[string, string | undefined, object | undefined, string]>([
  ['no decision', '101', undefined, ''],
  ['as decided', '100', { next_fen: '100' }, ''],
  ['one fen more', '101', { next_fen: '100' }, '挂钩决定'],
  ['nothing arranged yet', undefined, { next_fen: '100' }, ''],
  ['a decision without an amount', '101', { next_fen: null }, ''],
])('RES-140 挂钩决定落到预算: %s', (_why, arranged_fen, next, words) => {
  const decided = next && { fiscalYear: 2022, decidedOn: '2023-06-30', ...next }
  expectSaid(checks.checkDecidedAmount({ arranged_fen, decided }), words)
})

test('RES-201 整改前置', () => {
  const severity = (input: Parameters<typeof checks.checkRectificationGate>[0]) =>
    checks.checkRectificationGate(input).map((one) => one.severity)
  const permission = { by: '周某', reason: '民生急需' }
  expect(severity({ overdueTasks: 0, isOn: true })).toEqual([])
  expect(severity({ overdueTasks: 1, isOn: true })).toEqual(['error'])
  expect(severity({ overdueTasks: 1, isOn: false })).toEqual(['warning'])
  expect(severity({ overdueTasks: 1, isOn: true, permission })).toEqual(['warning'])
  expectSaid(checks.checkRectificationGate({ overdueTasks: 1, isOn: true }), '1 项整改逾期')
  expectSaid(
    checks.checkRectificationGate({ overdueTasks: 2, isOn: true, permission }),
    '周某特批安排：民生急需',
  )
})

test.each([
  ['not classified', { isClassified: false, name: '道路' }, 0],
  ['number only', { isClassified: true, registerNumber: '2023-1' }, 0],
  ['emptied fields', { isClassified: true, registerNumber: '2023-1', name: '', approvals: [] }, 0],
  ['a name', { isClassified: true, registerNumber: '2023-1', name: '道路' }, 1],
  ['a false answer is an answer', { isClassified: true, isNew: false }, 1],
])('ORG-101 涉密项目: %s', (_why, content, count) => {
  expect(checks.checkClassified(content)).toHaveLength(count)
})

describe('ORG-102 项目资金和期限', () => {
  const sources = (total_fen: string, annual_fen: string) => ({ fundSources: [{ total_fen, annual_fen }] })
  test.each<[why: string, content: object, words: string]>([
    ['adds up', { total_fen: '300', annual_fen: '100', ...sources('300', '100') }, ''],
    ['total does not', { total_fen: '301', annual_fen: '100', ...sources('300', '100') }, '实施期资金总额'],
    ['year does not', { total_fen: '300', annual_fen: '101', ...sources('300', '100') }, '年度资金总额'],
    ['year above total', { total_fen: '300', annual_fen: '301' }, '大于实施期'],
    ['ends before it starts', { periodStart: '2023-02-01', periodEnd: '2023-01-31' }, '早于起始'],
    ['one day', { periodStart: '2023-02-01', periodEnd: '2023-02-01' }, ''],
    ['reviewed above what was sent', { reviewSubmitted_fen: '9', reviewApproved_fen: '10' }, 'warning'],
    ['nothing yet', {}, ''],
  ])('%s', (_why, content, words) => {
    expectSaid(checks.checkProjectMoney(content), words)
  })
})
