import { describe, expect, test } from 'vitest'
import type { ResultsBudgetDecisionContent } from '../../forms/contents.ts'
import type { ParameterReader } from '../../rules/parameter-values.ts'
import { checkDecisionBase, checkDecisionMemo, checkSameKind } from './index.ts'

const rulesWith = (value: object) => ({ value: () => ({ value }) }) as unknown as ParameterReader

describe('RES-130 基数', () => {
  test.each<[string, ResultsBudgetDecisionContent, number]>([
    ['500 less 120 is 380', { current_fen: '50000', oneOff_fen: '12000', base_fen: '38000' }, 0],
    ['one fen off', { current_fen: '50000', oneOff_fen: '12000', base_fen: '38001' }, 1],
    ['nothing one-off, all recurs', { current_fen: '50000', oneOff_fen: '0', base_fen: '50000' }, 0],
    ['nothing said about one-off parts', { current_fen: '50000', base_fen: '38000' }, 0],
  ])('%s', (_why, content, count) => {
    expect(checkDecisionBase(content)).toHaveLength(count)
  })
})

describe('RES-131 集体研究', () => {
  test.each<[string, ResultsBudgetDecisionContent, number]>([
    ['the section alone needs no meeting', { level: 'section' }, 0],
    ['a meeting without a word', { level: 'bureau' }, 1],
    ['blank words', { level: 'government', memo: ' ' }, 1],
    ['its words', { level: 'government', memo: '会议同意' }, 0],
  ])('%s', (_why, content, count) => {
    expect(checkDecisionMemo(content)).toHaveLength(count)
  })
})

describe('RES-133 不再安排同类新增项目', () => {
  const decisions = [
    { fiscalYear: 2020, decidedOn: '2021-06-30' },
    { fiscalYear: 2023, decidedOn: '2024-06-30' },
  ]
  const project = { isNew: true, fiscalYear: 2025, category: '产业发展项目' }
  const warn = rulesWith({ isGate: false, years: 1 })
  test.each<[string, object, object, string[]]>([
    ['the budget after the decision', {}, { isGate: false, years: 1 }, ['warning']],
    ['two years after, where one year is asked', { fiscalYear: 2026 }, { isGate: false, years: 1 }, []],
    ['two years after, where two are asked', { fiscalYear: 2026 }, { isGate: false, years: 2 }, ['warning']],
    ['the year of the decision', { fiscalYear: 2024 }, { isGate: false, years: 1 }, []],
    ['a continuing project', { isNew: false }, { isGate: true, years: 3 }, []],
    ['where the place made it a gate', {}, { isGate: true, years: 1 }, ['error']],
  ])('%s', (_why, change, value, severities) => {
    const findings = checkSameKind({ ...project, ...change }, decisions, rulesWith(value))
    expect(findings.map(({ severity }) => severity)).toEqual(severities)
  })
  test('names year, kind and day of the latest decision', () => {
    const [finding] = checkSameKind(project, decisions, warn)
    expect(finding?.message).toContain('2023年度产业发展项目有项目评价为差，2024-06-30已决定')
  })
})
