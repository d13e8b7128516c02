import { describe, expect, test } from 'vitest'
import type { Content } from '../../../forms/form.ts'
import { getRecordKind } from '../../../record-kinds.ts'
import type { CaseRecord, ConsistencyCase } from '../../consistency/case.ts'
import { moneyAddsUp } from './money-adds-up.ts'
import { sameMoney } from './same-money.ts'
import { sameNumbers } from './same-numbers.ts'

const DAYS = {
  declared: '2023-01-05T02:00:00.000Z',
  applied: '2023-01-06T02:00:00.000Z',
  approved: '2023-01-18T02:00:00.000Z',
  round: '2023-08-01T02:00:00.000Z',
  asked: '2023-09-10T02:00:00.000Z',
  adjusted: '2023-09-20T02:00:00.000Z',
  askedAgain: '2023-10-10T02:00:00.000Z',
  later: '2023-11-01T02:00:00.000Z',
  self: '2024-02-01T02:00:00.000Z',
} as const
type Day = keyof typeof DAYS
type Act = readonly [action: string, on: Day, number?: string]
type Version = readonly [action: string, on: Day, content: Content]

function recordOf(
  kind: string,
  content: Content,
  more: { on?: Day; state?: string; acts?: readonly Act[]; versions?: readonly Version[] } = {},
): CaseRecord {
  const { on = 'self', state = 'approved', acts = [], versions = [] } = more
  return {
    ...{ id: `${kind}-${on}`, kind: getRecordKind(kind), title: kind, state, projectId: 'p', content },
    form: { id: kind, title: kind, source: { id: 'x' }, sections: [] } as unknown as CaseRecord['form'],
    createdAt: DAYS[on],
    acts: acts.map(([action, day, documentNumber = null], id) => ({
      ...{ id: String(id), action, toState: state, role: 'finance_leader', organisationName: null },
      ...{ opinion: null, documentNumber, actedAt: DAYS[day] },
    })),
    versions: versions.map(([action, day, frozen], index) => ({
      ...{ number: index + 1, action, frozenAt: DAYS[day], content: frozen, digest: '' },
      project: { name: 'p', budget_fen: '525', fiscalYear: 2023, content: { annual_fen: '525' } },
    })),
    leaves: [],
  }
}

type Change = { readonly [kind: string]: Content }

/** 525 asked for and approved, 10 taken away in September by an adjustment with a number of its own. */
function adjustedCase(change: Change = {}, project: { isNew?: boolean; budget_fen?: string } = {}) {
  const line = { requested_fen: '525', control_fen: '530' }
  const first = { ...line, arranged_fen: '525', budgetDocumentNumber: '1号', arrangedOn: '2023-01-18' }
  const second = { ...first, arranged_fen: '515', budgetDocumentNumber: '3号', arrangedOn: '2023-09-20' }
  const acts: Act[] = [
    ['approve', 'approved', '1号'],
    ['adjust', 'adjusted', '3号'],
  ]
  const of = (kind: string, content: Content) => ({ ...content, ...change[kind] })
  const records = [
    recordOf('exante.evaluation', of('exante.evaluation', { requested_fen: '525' }), {
      versions: [['approve', 'declared', {}]],
    }),
    recordOf('targets.sheet', of('targets.sheet', { total_fen: '515' }), {
      acts,
      versions: [
        ['declare', 'declared', { total_fen: '525' }],
        ['approve', 'approved', { total_fen: '525' }],
        ['adjust', 'adjusted', { total_fen: '515' }],
      ],
    }),
    recordOf('project.budgetLine', of('project.budgetLine', second), {
      acts: [['apply', 'applied'], ...acts],
      versions: [
        ['approve', 'approved', first],
        ['adjust', 'adjusted', second],
      ],
    }),
    recordOf('monitoring.round', of('monitoring.round', execution('525')), { on: 'round' }),
    recordOf('targets.adjustment', { baseNumber: '1号', baseOn: '2023-01-18' }, { on: 'asked' }),
    recordOf('targets.adjustment', of('targets.adjustment', { baseNumber: '3号', baseOn: '2023-09-20' }), {
      on: 'askedAgain',
    }),
    recordOf('evaluation.self', of('evaluation.self', funds('525', '515'))),
    recordOf('evaluation.finance', of('evaluation.finance', { budget_fen: '515' })),
    recordOf('results.budgetDecision', of('results.budgetDecision', { current_fen: '515' })),
  ]
  const { isNew = false, budget_fen = '515' } = project
  return {
    project: { id: 'p', isNew, budget_fen, content: { annual_fen: '525' } },
    entryForm: { id: 'e', title: 'e', sections: [] },
    records,
  } as unknown as ConsistencyCase
}

const execution = (budget_fen: string) => ({ execution: [{ fund: 'fiscal', budget_fen }] })
const funds = (initial_fen: string, adjusted_fen: string, carried_fen = '40') => ({
  funds: [
    { fund: 'fiscal', initial_fen, adjusted_fen },
    { fund: 'carryOver', initial_fen: carried_fen, adjusted_fen: carried_fen },
  ],
})
const findings = (given: ConsistencyCase) =>
  [sameMoney, moneyAddsUp, sameNumbers].flatMap(({ check }) => check(given)).map(({ ruleId }) => ruleId)

describe('a project whose money was adjusted in the year', () => {
  test.each<[why: string, change: Change]>([
    ['as the law and this system make it', {}],
    ['the control was an upper bound', { 'project.budgetLine': { control_fen: '600' } }],
    [
      'arranged above the control with a reason',
      { 'project.budgetLine': { control_fen: '520', deviationReason: '县委会议' } },
    ],
    ['the evaluators count the budget as first arranged', { 'evaluation.finance': { budget_fen: '565' } }],
    ['the evaluators count what was carried over', { 'evaluation.finance': { budget_fen: '555' } }],
  ])('%s: nothing is found', (_why, change) => {
    expect(findings(adjustedCase(change))).toEqual([])
  })

  test('a round begun after the adjustment may start from the adjusted money, one begun before it not', () => {
    const given = adjustedCase()
    const begunOn = (createdAt: string) => ({
      ...given,
      records: given.records.map((record) =>
        record.kind.kind === 'monitoring.round'
          ? { ...record, createdAt, content: execution('515') }
          : record,
      ),
    })
    expect(findings(begunOn(DAYS.later))).toEqual([])
    expect(findings(begunOn(DAYS.round))).toEqual(['PIL-146'])
  })

  test('an entry lowered after the evaluation was approved is no fault of the evaluation', () => {
    const given = adjustedCase()
    const project = { ...given.project, content: { annual_fen: '500' } }
    expect(findings({ ...given, project })).toEqual([])
  })

  test('a new project carries nothing over', () => {
    expect(findings(adjustedCase({}, { isNew: true }))).toContain('PIL-146')
  })

  test.each<[why: string, change: Change, rule: string]>([
    ['another amount in the target', { 'targets.sheet': { total_fen: '525' } }, 'PIL-146'],
    ['another amount in monitoring', { 'monitoring.round': execution('524') }, 'PIL-146'],
    ['another amount in the self-evaluation', { 'evaluation.self': funds('524', '515') }, 'PIL-146'],
    ['the first amount in the decision', { 'results.budgetDecision': { current_fen: '525' } }, 'PIL-146'],
    ['another amount with the evaluators', { 'evaluation.finance': { budget_fen: '516' } }, 'PIL-146'],
    ['above the control without a reason', { 'project.budgetLine': { control_fen: '520' } }, 'PIL-147'],
    ['asked for other money than declared', { 'project.budgetLine': { requested_fen: '526' } }, 'PIL-147'],
    ['evaluated another amount', { 'exante.evaluation': { requested_fen: '520' } }, 'PIL-147'],
    ['still the first number', { 'project.budgetLine': { budgetDocumentNumber: '1号' } }, 'PIL-151'],
    ['still the first day', { 'project.budgetLine': { arrangedOn: '2023-01-18' } }, 'PIL-151'],
    [
      'the second request names the first approval',
      { 'targets.adjustment': { baseNumber: '1号' } },
      'PIL-151',
    ],
  ])('%s: is found', (_why, change, rule) => {
    expect(findings(adjustedCase(change))).toContain(rule)
  })

  test('another amount in the header of the project is found', () => {
    expect(findings(adjustedCase({}, { budget_fen: '525' }))).toEqual(['PIL-146'])
  })
})
