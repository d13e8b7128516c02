import { describe, expect, test } from 'vitest'
import type { ResultsBudgetDecisionContent, ResultsDisclosureContent } from '../../forms/contents.ts'
import type { Finding } from '../../shared/finding.ts'
import { readerOf } from '../../rules/testing.ts'
import * as checks from './index.ts'

const TODAY = '2024-05-28'
const fields = (findings: readonly Finding[]) => findings.map(({ where }) => where.field)
const severities = (findings: readonly Finding[]) => findings.map(({ severity }) => severity)

describe('RES-101 整改通知', () => {
  const problems = [{ problem: '支出进度慢' }, { problem: '满意度样本不足' }]
  const days = { planDueOn: TODAY, completionDueOn: TODAY }
  test.each([
    ['all problems, days from today on', { ...days, problems }, []],
    ['one lost', { ...days, problems: problems.slice(1) }, ['problems']],
    ['plan due yesterday', { ...days, problems, planDueOn: '2024-05-27' }, ['planDueOn']],
    [
      'complete before planned',
      { problems, planDueOn: '2024-06-27', completionDueOn: '2024-06-26' },
      ['completionDueOn'],
    ],
    [
      'one row due before the measures',
      {
        ...days,
        problems: [
          { ...problems[0], dueOn: '2024-05-27' },
          { ...problems[1], dueOn: TODAY },
        ],
      },
      ['problems'],
    ],
  ])('%s', (_why, content, expected) => {
    expect(fields(checks.checkNotice(content, { problems, today: TODAY }))).toEqual(expected)
  })
})

describe('RES-102 整改任务', () => {
  const task = (problemNumber: number, isDone = true) => ({
    problemNumber,
    isDone,
    stateTitle: '整改中',
  })
  test.each([
    ['two of two', 2, [task(1), task(2)], []],
    ['one open', 2, [task(1), task(2, false)], ['第 2 个问题的整改“整改中”']],
    ['one missing', 2, [task(1)], ['第 2 个问题没有整改任务']],
    ['one twice', 1, [task(1), task(1)], ['第 1 个问题有多项']],
    ['nothing at all', 2, [], ['第 1、2 个问题没有']],
  ])('%s', (_why, problems, tasks, said) => {
    const messages = checks.checkNoticeClosing(problems, tasks).map(({ message }) => message)
    expect(messages).toHaveLength(said.length)
    for (const [index, words] of said.entries()) expect(messages[index]).toContain(words)
  })
})

describe('RES-103 整改措施和报告', () => {
  test.each([
    ['on the day', '2024-06-30', 0],
    ['a day late', '2024-07-01', 1],
  ])('plan %s', (_why, dueOn, count) => {
    expect(checks.checkTaskPlan({ dueOn, completionDueOn: '2024-06-30' })).toHaveLength(count)
  })
  test.each([
    ['with a file', { evidence: ['f'], completedOn: TODAY }, []],
    ['with a note', { evidenceNote: '银行回单存档' }, []],
    ['without proof', {}, ['evidence']],
    ['tomorrow', { evidence: ['f'], completedOn: '2024-05-29' }, ['completedOn']],
    [
      'more back than was lost',
      { evidence: ['f'], amount_fen: '100', recovered_fen: '101' },
      ['recovered_fen'],
    ],
  ])('report %s', (_why, content, expected) => {
    expect(fields(checks.checkTaskReport(content, TODAY))).toEqual(expected)
  })
})

describe('RES-112 收回资金明细', () => {
  const paid = (...amounts: string[]) =>
    amounts.map((paid_fen) => ({ paidOn: TODAY, paid_fen, voucher: '1' }))
  test.each([
    ['payments add up', { recovered_fen: '300', recoveries: paid('100', '200') }, []],
    ['a fen too little', { recovered_fen: '300', recoveries: paid('100', '199') }, ['error']],
    ['a fen too much', { recovered_fen: '300', recoveries: paid('301') }, ['error']],
    ['no payment told', { recovered_fen: '300' }, ['error']],
    ['nothing came back, nothing claimed', {}, []],
    ['less than claimed', { recover_fen: '301', recovered_fen: '300', recoveries: paid('300') }, ['warning']],
  ])('%s', (_why, content, expected) => {
    expect(severities(checks.checkRecoveries(content))).toEqual(expected)
  })
})

describe('RES-110 整改延期、RES-111 免予整改', () => {
  const rules = readerOf({ 'results.extension': { maxTimes: 1, maxDays: 30 } })
  const ask = { changeType: 'extension', completionDueOn: '2024-07-31', newDueOn: '2024-08-30' } as const
  const free = { changeType: 'exemption', evidenceNote: '项目已终止' } as const
  test.each<[why: string, content: object, taskState: string, granted: number, expected: unknown[]]>([
    ['thirty days more', ask, 'planned', 0, []],
    ['before measures are handed in', ask, 'open', 0, []],
    ['thirty-one days', { ...ask, newDueOn: '2024-08-31' }, 'planned', 0, ['newDueOn']],
    ['no later than now', { ...ask, newDueOn: '2024-07-31' }, 'planned', 0, ['newDueOn']],
    ['a second time', ask, 'planned', 1, ['changeType']],
    ['already reported', ask, 'reported', 0, ['changeType']],
    ['already verified', ask, 'verified', 0, ['changeType']],
    ['referred', free, 'referred', 0, ['changeType']],
    ['exempt with proof', free, 'planned', 0, []],
    ['exempt without proof', { changeType: 'exemption' }, 'planned', 0, ['evidence']],
    ['exempt from paying back', { ...free, recover_fen: '1' }, 'planned', 0, ['reason']],
  ])('%s', (_why, content, taskState, granted, expected) => {
    const given = { taskState, granted, dueOn: '2024-07-31', today: '2024-07-31' }
    expect(fields(checks.checkTaskChange(content, given, rules))).toEqual(expected)
  })
  test.each<[why: string, newDueOn: string, dueOn: string, expected: unknown[]]>([
    ['long overdue: thirty days from today', '2024-10-31', '2024-07-31', []],
    ['long overdue: one day more', '2024-11-01', '2024-07-31', ['newDueOn']],
    ['a day later than the old one that is over already', '2024-08-30', '2024-07-31', ['newDueOn']],
    ['today itself', '2024-10-01', '2024-07-31', ['newDueOn']],
    ['by the day the task has now, not the one the request was written with', '2024-11-15', '2024-11-01', []],
    ['no later than the day the task has now', '2024-11-01', '2024-11-01', ['newDueOn']],
  ])('%s', (_why, newDueOn, dueOn, expected) => {
    const given = { taskState: 'planned', granted: 0, dueOn, today: '2024-10-01' }
    expect(fields(checks.checkTaskChange({ ...ask, newDueOn }, given, rules))).toEqual(expected)
  })
})

describe('RES-104 挂钩决定', () => {
  type Content = ResultsBudgetDecisionContent
  const amounts = { base_fen: '500', current_fen: '500' }
  test.each<[why: string, content: Content, expected: string[]]>([
    ['cancelled, nothing next year', { measure: 'cancel', next_fen: '0' }, []],
    ['cancelled, one fen left', { measure: 'cancel', next_fen: '1' }, ['next_fen']],
    ['suspended with money', { measure: 'suspend', next_fen: '1' }, ['next_fen']],
    ['reduced', { measure: 'reduce', next_fen: '499' }, []],
    ['reduced to the same', { measure: 'reduce', next_fen: '500' }, ['next_fen']],
    ['no growth, the same', { measure: 'no_growth', next_fen: '500' }, []],
    ['no growth, one more', { measure: 'no_growth', next_fen: '501' }, ['next_fen']],
    ['protected first', { measure: 'priority', next_fen: '520' }, []],
    ['not filled in', { measure: 'cancel' }, []],
  ])('%s', (_why, content, expected) => {
    expect(fields(checks.checkBudgetDecision({ ...amounts, ...content }))).toEqual(expected)
  })

  const proposal = { measure: 'reduce', alternatives: ['reduce', 'cancel'], nextCap_fen: 400n } as const
  test.each<[why: string, content: Content, expected: string[]]>([
    ['as proposed, on the cap', { grade: 'poor', measure: 'reduce', next_fen: '400' }, []],
    ['above the cap', { grade: 'poor', measure: 'reduce', next_fen: '401' }, ['warning']],
    ['an alternative', { grade: 'poor', measure: 'cancel', next_fen: '0' }, []],
    ['another way', { grade: 'poor', measure: 'suspend', next_fen: '0' }, ['warning']],
    ['poor and protected', { grade: 'poor', measure: 'priority', next_fen: '500' }, ['error']],
    ['poor and kept', { grade: 'poor', measure: 'keep', next_fen: '500' }, ['error']],
  ])('%s', (_why, content, expected) => {
    expect(severities(checks.checkBudgetDecision({ ...amounts, ...content }, proposal))).toEqual(expected)
  })
})

describe('RES-105 公开', () => {
  const good: ResultsDisclosureContent = {
    isSecrecyChecked: true,
    isPersonalDataChecked: true,
    carrier: 'governmentPortal',
    url: 'https://example.gov.cn/1',
    disclosedOn: TODAY,
    dueOn: TODAY,
  }
  test.each<[why: string, change: ResultsDisclosureContent, expected: (string | undefined)[]]>([
    ['checked, with its address, on the day', {}, []],
    ['secrecy not checked', { isSecrecyChecked: false }, ['isSecrecyChecked']],
    ['names not covered', { isPersonalDataChecked: null }, ['isPersonalDataChecked']],
    ['no address', { url: ' ' }, ['url']],
    ['a circular has none', { carrier: 'circular', url: null }, []],
    ['tomorrow', { disclosedOn: '2024-05-29' }, ['disclosedOn']],
    ['a day late', { dueOn: '2024-05-27' }, ['disclosedOn']],
  ])('%s', (_why, change, expected) => {
    const given = { isClassified: false, today: TODAY }
    expect(fields(checks.checkDisclosure({ ...good, ...change }, given))).toEqual(expected)
  })
  test('nothing of a classified project', () => {
    expect(checks.checkDisclosure(good, { isClassified: true, today: TODAY })).toHaveLength(1)
  })
})
