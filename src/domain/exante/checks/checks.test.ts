import { describe, expect, test } from 'vitest'
import type { ExanteEvaluationContent, ExanteEvaluationMaterialsRow } from '../../forms/contents.ts'
import { readerOf } from '../../rules/testing.ts'
import type { Finding } from '../../shared/finding.ts'
import * as checks from './index.ts'

const RULES = readerOf({ 'exante.minimum_raters': { count: 2 } })
const text = (findings: readonly Finding[]) => findings.map(({ message }) => message).join('\n')
const columns = (findings: readonly Finding[]) => findings.map(({ where }) => where.column)

describe('EXA-101 评估资料', () => {
  type Row = ExanteEvaluationMaterialsRow
  const of = (row: Row, subject: 'project' | 'policy' = 'project') =>
    columns(checks.checkMaterials({ subject, materials: [{ item: '实施方案', isRequired: true, ...row }] }))
  test.each<[why: string, row: Row, subject: 'project' | 'policy', columns: string[]]>([
    ['received with its file', { status: 'received', file: ['f'] }, 'project', []],
    ['on paper, with a note', { status: 'passed', note: '纸质件在档案室' }, 'project', []],
    ['received without either', { status: 'received' }, 'project', ['file']],
    ['missing', { status: 'missing' }, 'project', ['status']],
    ['turned down although there is a file', { status: 'returned', file: ['f'] }, 'project', ['status']],
    ['not required', { status: 'missing', isRequired: false }, 'project', []],
    ['of policies only', { status: 'missing', appliesTo: 'policy' }, 'project', []],
    ['and asked of a policy', { status: 'missing', appliesTo: 'policy' }, 'policy', ['status']],
    ['of both', { status: 'missing', appliesTo: 'both' }, 'policy', ['status']],
  ])('%s', (_why, row, subject, expected) => {
    expect(of(row, subject)).toEqual(expected)
  })
})

describe('EXA-102 财力测算', () => {
  const year = (value: number) => ({
    year: value,
    ownRevenue_fen: '1',
    generalTransfers_fen: '0',
    transferredIn_fen: '0',
    stabilisationFund_fen: '0',
    newGeneralBonds_fen: '0',
    netSurplus_fen: '0',
    paidUpward_fen: '0',
    threeGuarantees_fen: '0',
    debtService_fen: '0',
    committed_fen: '0',
    newItemLocalShare_fen: '0',
    newItemUpkeep_fen: '0',
  })
  const YEARS = [2023, 2024, 2025]
  const plain = { usesFundBudget: false }
  const of = (...rows: object[]) =>
    text(checks.checkAffordabilitySheet({ ...plain, affordability: rows }, YEARS))
  test('the project year and two more', () => {
    expect(of(year(2023), year(2024), year(2025))).toBe('')
    expect(of(year(2023), year(2024))).toContain('缺少 2025 年')
    expect(of()).toContain('还没有填写')
  })
  test('each once and complete', () => {
    expect(of(year(2023), year(2024), year(2025), year(2025))).toContain('2025 年重复')
    expect(of(year(2023), year(2024), { ...year(2025), debtService_fen: '' })).toContain('债务还本付息')
  })
  test('without a period the rows are still checked', () => {
    expect(checks.checkAffordabilitySheet({ ...plain, affordability: [{ year: 2023 }] }, [])).toHaveLength(1)
  })
  test('a blank cell with a growth assumption and its source is not missing', () => {
    const blank = { ...year(2024), debtService_fen: null }
    const growthAssumptions = [{ column: 'debtService_fen' as const, rate: '3', basis: '债务还本计划' }]
    const content = { ...plain, affordability: [year(2023), blank] }
    expect(checks.checkAffordabilitySheet(content, [])).toHaveLength(1)
    expect(checks.checkAffordabilitySheet({ ...content, growthAssumptions }, [])).toEqual([])
    const unfounded = growthAssumptions.map((row) => ({ ...row, basis: ' ' }))
    expect(checks.checkAffordabilitySheet({ ...content, growthAssumptions: unfounded }, [])).toHaveLength(1)
    const twice = [...growthAssumptions, ...growthAssumptions]
    expect(text(checks.checkAffordabilitySheet({ ...content, growthAssumptions: twice }, []))).toContain(
      '重复',
    )
  })
  test('the fund budget is asked for where the project uses it, and the answer itself always', () => {
    const affordability = [year(2023)]
    const said = (more: object) => text(checks.checkAffordabilitySheet({ affordability, ...more }, [2023]))
    expect(said({})).toContain('是否使用政府性基金预算')
    expect(said({ usesFundBudget: true })).toContain('政府性基金预算的财力测算还没有填写')
    expect(said({ usesFundBudget: true, fundAffordability: [{ year: 2023 }] })).toContain('专项债务还本付息')
  })
})

describe('EXA-103 评分人数', () => {
  const named = (...people: string[]) =>
    checks.checkExpertsNamed({ experts: people.map((person) => ({ person })) }, RULES).length
  const scored = (...sheets: [person: string, state: string][]) =>
    checks.checkScoresIn(
      [...new Set(sheets.map(([person]) => person))],
      sheets.map(([person, state]) => ({ person, name: `专家${person}`, state })),
      RULES,
    )
  test('two different people', () => {
    expect([named('a', 'b'), named('a'), named('a', 'a')]).toEqual([0, 1, 1])
    expect(scored(['a', 'submitted'], ['b', 'submitted'])).toEqual([])
    expect(scored(['a', 'submitted'], ['a', 'submitted'])).toHaveLength(1)
  })
  test('everybody on the panel, or stood back while the others are enough', () => {
    const late = scored(['a', 'submitted'], ['b', 'submitted'], ['c', 'pledged'])
    expect(text(late)).toContain('还有1人没有提交评分（专家c）')
    expect(scored(['a', 'submitted'], ['b', 'submitted'], ['c', 'withdrawn'])).toEqual([])
    expect(text(scored(['a', 'submitted'], ['b', 'withdrawn']))).toContain('至少需要 2 人')
    // Back on the panel with a fresh sheet after the old one was withdrawn.
    expect(scored(['a', 'submitted'], ['b', 'withdrawn'], ['b', 'draft'])).toHaveLength(2)
  })
})

describe('EXA-104 专家评分表', () => {
  const good = { pledgeAccepted: true, hasConflict: false }
  test.each([
    ['no interest', good, 0],
    ['an interest', { ...good, hasConflict: true }, 1],
    ['中 without a reason', { ...good, scores: [{ option: 'fair' as const }] }, 1],
    ['差 with one', { ...good, scores: [{ option: 'poor' as const, comment: '缺依据' }] }, 0],
    ['良 needs none', { ...good, scores: [{ option: 'good' as const }] }, 0],
  ])('%s', (_why, content, count) => {
    expect(checks.checkScoreSheet(content)).toHaveLength(count)
  })
  test.each([
    ['pledged, no interest', good, 0],
    ['not pledged', { ...good, pledgeAccepted: false }, 1],
    ['nothing said', {}, 1],
    ['an interest', { ...good, hasConflict: true }, 1],
  ])('承诺: %s', (_why, content, count) => {
    expect(checks.checkPledge(content)).toHaveLength(count)
  })
  test.each([
    ['an interest in words', { hasConflict: true, conflictNote: '配偶在该单位任职' }, 0],
    ['without words', { hasConflict: true, conflictNote: ' ' }, 1],
    ['no interest', { hasConflict: false, conflictNote: '无' }, 1],
  ])('申报回避: %s', (_why, content, count) => {
    expect(checks.checkRecusal(content)).toHaveLength(count)
  })
})

type Decision = NonNullable<ExanteEvaluationContent['decision']>
test.each<[decision: Decision, isCompliant: boolean, reasons: string[], said: string]>([
  ['SUPPORT', true, [], ''],
  ['SUPPORT', false, [], '筹资合规性审查为不合规'],
  ['SUPPORT', true, ['财力不可承受'], '财力不可承受'],
  ['SUPPORT_AFTER_REVISION', false, ['财力不可承受'], ''],
  ['REJECT', false, [], ''],
])('EXA-105 一票否决: %s, compliant %s, %j', (decision, isFundingCompliant, dimensions, said) => {
  const findings = checks.checkVeto({ decision, isFundingCompliant }, { dimensions })
  expect(findings).toHaveLength(said === '' ? 0 : 1)
  expect(text(findings)).toContain(said)
})

describe('EXA-106 结论金额', () => {
  const line = (cut_fen: string) => ({ cutLines: [{ item: '设备', requested_fen: '300000000', cut_fen }] })
  test.each<[why: string, decision: string, suggested: string, lines: object, said: string]>([
    ['620 asked, 500 suggested, 120 cut', 'PARTIAL', '500000000', line('120000000'), ''],
    ['nothing cut', 'PARTIAL', '620000000', {}, '应有核减金额'],
    ['lines do not add up', 'PARTIAL', '500000000', line('119999999'), '应等于核减总额 120.00 万元'],
    ['no line at all', 'PARTIAL', '500000000', {}, '核减明细合计 0.00'],
    ['more than asked', 'SUPPORT', '620000001', {}, '高于申请金额'],
    ['supported in full', 'SUPPORT', '620000000', {}, ''],
    ['supported with a cut', 'SUPPORT', '500000000', line('120000000'), '改选“部分支持”'],
    ['after revision, with a cut', 'SUPPORT_AFTER_REVISION', '500000000', line('120000000'), ''],
    ['refused', 'REJECT', '0', {}, ''],
    ['refused with money', 'REJECT', '1', {}, '应为 0'],
    ['a line above its own amount', 'PARTIAL', '310000000', line('310000000'), '大于申请金额'],
  ])('%s', (_why, decision, suggested_fen, lines, said) => {
    const content = {
      decision,
      requested_fen: '620000000',
      suggested_fen,
      ...lines,
    } as ExanteEvaluationContent
    const findings = checks.checkConclusionMoney(content)
    if (said === '') expect(findings).toEqual([])
    else expect(text(findings)).toContain(said)
  })
})

test.each([
  ['2022-09-01', '2022-09-02', 0],
  ['2022-09-02', '2022-09-02', 1],
  ['2022-09-03', null, 0],
])('EXA-107 评估时点: %s before %s', (concludedOn, budgetAppliedOn, count) => {
  const findings = checks.checkConclusionDate({ concludedOn, budgetAppliedOn })
  expect(findings).toHaveLength(count)
  expect(findings.every(({ severity }) => severity === 'warning')).toBe(true)
})

test.each([
  ['elsewhere', { person: 'b', employer: '某大学' }, []],
  ['declared an interest', { person: 'b', isConflictDeclared: true }, ['isConflictDeclared']],
  ['works for the unit', { person: 'b', employer: ' 示例县水务局 ' }, ['employer']],
  ['named twice', { person: 'a', employer: '某大学' }, ['person']],
])('EXA-108 独立性: %s', (_why, expert, expected) => {
  const experts = [{ person: 'a', employer: '某学院' }, expert]
  expect(columns(checks.checkIndependence({ experts }, ['示例县水务局', '']))).toEqual(expected)
})

test('EXA-109 评分分歧说明', () => {
  expect(checks.checkSpreadNote({ needsNote: false, isSigned: false })).toEqual([])
  expect(checks.checkSpreadNote({ needsNote: true, isSigned: false })).toHaveLength(1)
  expect(checks.checkSpreadNote({ needsNote: true, isSigned: true })).toEqual([])
})

describe('EXA-151 领导改变结论', () => {
  const concluded = { decision: 'REJECT' as const, requested_fen: '620000000', suggested_fen: '0' }
  const changed = {
    isOverridden: true,
    overrideDecision: 'PARTIAL' as const,
    overrideSuggested_fen: '500000000',
    overrideReason: '资金来源已重新落实',
  }
  const of = (change: object, vetoes: readonly string[] = []) =>
    text(checks.checkLeaderDecision({ ...concluded, ...changed, ...change }, vetoes))
  test.each<[why: string, change: object, said: string]>([
    ['a cut with a reason', {}, ''],
    ['not changed at all', { isOverridden: false, overrideReason: '' }, ''],
    ['no reason', { overrideReason: ' ' }, '须写明理由'],
    ['the same again', { overrideDecision: 'REJECT', overrideSuggested_fen: '0' }, '与原结论相同'],
    ['one fen too much', { overrideSuggested_fen: '620000001' }, '高于申请金额'],
    ['partial, but all of it', { overrideSuggested_fen: '620000000' }, '应低于'],
    [
      'full support, one fen short',
      { overrideDecision: 'SUPPORT', overrideSuggested_fen: '619999999' },
      '改选',
    ],
    ['full support of all', { overrideDecision: 'SUPPORT', overrideSuggested_fen: '620000000' }, ''],
    ['refused with money', { decision: 'SUPPORT', overrideDecision: 'REJECT' }, '应为 0'],
  ])('%s', (_why, change, said) => {
    expect(of(change)).toContain(said)
    if (said === '') expect(of(change)).toBe('')
  })
  test('going past a veto is possible and stays visible', () => {
    const change = { overrideDecision: 'SUPPORT', overrideSuggested_fen: '620000000' }
    expect(of(change, ['财力不可承受'])).toContain('财力不可承受')
    const findings = checks.checkLeaderDecision(
      { ...concluded, ...changed, ...change } as ExanteEvaluationContent,
      ['财力不可承受'],
    )
    expect(findings.map(({ severity }) => severity)).toEqual(['warning'])
  })
})
