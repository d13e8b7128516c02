import { describe, expect, test } from 'vitest'
import type { EvaluationFinanceContent, EvaluationSelfContent } from '../../forms/contents.ts'
import { readerOf } from '../../rules/testing.ts'
import { Decimal } from '../../shared/decimal.ts'
import type { Finding } from '../../shared/finding.ts'
import type { Grade } from '../../shared/grade.ts'
import * as checks from './index.ts'

const places = (findings: readonly Finding[]) =>
  findings.map(({ where }) => [where.field, where.row, where.column].filter((x) => x !== undefined).join('/'))

test.each([
  ['a file', { evidence: ['f'] }, 0],
  ['a source', { sourceNote: '县统计局年报' }, 0],
  ['neither', { evidence: [], sourceNote: ' ' }, 1],
])('EVA-101 佐证: %s', (_why, row, count) => {
  expect(checks.checkEvidence({ scores: [row] })).toHaveLength(count)
})

describe('EVA-102 偏差原因', () => {
  const funds = (executed_fen: string) => ({ funds: [{ adjusted_fen: '500', executed_fen }] })
  const row = (score_x100: number | null, deviationReason = '') => ({
    scores: [{ name: '质量', weight_x100: 1000, score_x100, deviationReason }],
  })
  test.each<[why: string, content: EvaluationSelfContent, computed: (number | null)[], where: string[]]>([
    ['full marks', row(1000), [1000], []],
    ['one hundredth lost', row(999), [1000], ['scores/0/deviationReason']],
    ['with a reason', row(950, '少量返工'), [950], []],
    ['the computed score counts where none is given', row(null), [950], ['scores/0/deviationReason']],
    ['the unit keeps its own', row(1000), [950], []],
    ['no score yet', row(null), [null], []],
    ['all money spent', funds('500'), [], []],
    ['one fen left', funds('499'), [], ['executionReason']],
    ['with a reason', { ...funds('499'), executionReason: '结余' }, [], []],
  ])('%s', (_why, content, computed, where) => {
    expect(places(checks.checkDeviationReasons(content, computed))).toEqual(where)
  })
})

test.each([
  ['20 % over', '0.2', undefined, 0],
  ['on the flag', '0.3', undefined, 0],
  ['just above it', '0.3001', undefined, 1],
  ['explained', '2', 'policy' as const, 0],
  ['not over at all', undefined, undefined, 0],
])('EVA-103 超额完成: %s', (_why, over, overReason, count) => {
  const rules = readerOf({ 'evaluation.over_achievement_flag': { ratio_bp: 3000 } })
  const content = { scores: [{ name: '户数', ...(overReason ? { overReason } : {}) }] }
  const excess = [over === undefined ? undefined : new Decimal(over)]
  expect(checks.checkOverAchievement(content, excess, rules)).toHaveLength(count)
})

test.each<[why: string, funds: EvaluationSelfContent['funds'], where: string[]]>([
  ['within budget', [{ adjusted_fen: '500', executed_fen: '500' }], []],
  ['one fen above', [{ adjusted_fen: '500', executed_fen: '501' }], ['funds/0/executed_fen']],
  ['no budget at all', [{ adjusted_fen: '0', executed_fen: '0' }], ['funds']],
  ['not filled in', [{}], []],
])('EVA-104 自评资金: %s', (_why, funds, where) => {
  expect(places(checks.checkSelfMoney({ funds: funds ?? null }))).toEqual(where)
})

test.each<[why: string, content: EvaluationFinanceContent, where: string[]]>([
  ['5000, 4600, 4370', { budget_fen: '5000', received_fen: '4600', spent_fen: '4370' }, []],
  ['more received than budgeted', { budget_fen: '5000', received_fen: '5001' }, ['received_fen']],
  ['more spent than received', { received_fen: '4600', spent_fen: '4601' }, ['spent_fen']],
])('EVA-105 评价资金: %s', (_why, content, where) => {
  expect(places(checks.checkFinanceMoney(content))).toEqual(where)
})

test.each<[why: string, content: EvaluationFinanceContent, today: string, where: string[]]>([
  ['agreed', { replyKind: 'agree' }, '2024-05-01', []],
  ['silent on the last day', {}, '2024-05-10', ['replyKind']],
  ['silent the day after', {}, '2024-05-11', []],
  ['objected, not answered', { replyKind: 'object', unitReply: '数据有误' }, '2024-05-01', ['replyHandling']],
  ['objected, answered', { replyKind: 'object', replyHandling: '已更正' }, '2024-05-01', []],
])('EVA-106 征求意见: %s', (_why, content, today, where) => {
  expect(places(checks.checkUnitReply(content, { dueOn: '2024-05-10', today }))).toEqual(where)
})

test.each<[why: string, content: EvaluationFinanceContent, grade: Grade | null, count: number]>([
  ['listed', { problems: [{ problem: '进度慢' }] }, 'poor', 0],
  ['none, and no word about it', {}, 'excellent', 1],
  ['none, with a word', { noProblemReason: '核查未见异常' }, 'good', 0],
  ['a word is not enough below 良', { noProblemReason: '核查未见异常' }, 'fair', 1],
])('EVA-107 问题清单: %s', (_why, content, grade, count) => {
  expect(checks.checkProblemList(content, grade)).toHaveLength(count)
})

test.each<[why: string, change: Partial<checks.ClosingInput>, count: number]>([
  ['all done', {}, 0],
  ['not public', { isDisclosed: false }, 1],
  ['problems open', { isRectified: false }, 1],
  ['no problems, no notice', { isRectified: false, problems: 0 }, 0],
  ['no decision', { isBudgetDecided: false }, 1],
  ['nothing done', { isDisclosed: false, isRectified: false, isBudgetDecided: false }, 3],
])('EVA-108 办结: %s', (_why, change, count) => {
  const done = { isDisclosed: true, problems: 2, isRectified: true, isBudgetDecided: true }
  expect(checks.checkClosing({ ...done, ...change })).toHaveLength(count)
})
