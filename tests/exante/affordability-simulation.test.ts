import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AffordabilitySheet,
  assessAffordability,
  computeSimulation,
  GENERAL_COLUMNS,
  scoreAffordability,
} from '../../src/domain/exante/compute/index.ts'
import type { ParameterValues } from '../../src/domain/rules/parameter-values.ts'
import { readerOf } from '../../src/domain/rules/testing.ts'
import { seededNumbers } from '../../src/domain/shared/seeded-numbers.ts'

/** Worked out by `independent-simulation.py`, which shares no code with the product. */
type Fixture = {
  readonly vectors: Readonly<Record<string, readonly number[]>>
  readonly input: readonly Readonly<Record<string, number>>[]
  readonly rules: Readonly<
    Record<'revenue' | 'transfers' | 'guarantees' | 'cost', readonly [number, number, number]>
  >
  readonly runs: readonly {
    readonly seed: number
    readonly draws: number
    readonly years: readonly object[]
  }[]
}
const FIXTURE: Fixture = JSON.parse(
  readFileSync(new URL('./fixtures/simulation.json', import.meta.url), 'utf8'),
)
const BOUNDS = { warn_bp: 9500, fail_bp: 10_000 }
const triangle = ([low_bp, mode_bp, high_bp]: readonly [number, number, number]) => ({
  low_bp,
  mode_bp,
  high_bp,
})
const SIMULATION: ParameterValues['exante.affordability_simulation'] = {
  draws: 100,
  seed: 1,
  revenue: triangle(FIXTURE.rules.revenue),
  transfers: triangle(FIXTURE.rules.transfers),
  guarantees: triangle(FIXTURE.rules.guarantees),
  cost: triangle(FIXTURE.rules.cost),
}
const rulesWith = (draws: number) =>
  readerOf({
    'exante.affordability_pressure': BOUNDS,
    'exante.affordability_simulation': { ...SIMULATION, draws },
    'exante.affordability_shocks': {
      shocks: [{ id: 's', label: 's', revenue_bp: -500, transfers_bp: 0, guarantees_bp: 300, cost_bp: 1000 }],
    },
  })

/** The sums of the independent script as a sheet: one column for each risk, the rest in two others. */
function sheetOfFixture(): AffordabilitySheet {
  const general = FIXTURE.input.map((line) => ({
    year: Number(line['year']),
    amounts: {
      ...Object.fromEntries(GENERAL_COLUMNS.map(({ id }) => [id, '0'])),
      ownRevenue_fen: String(line['revenue']),
      generalTransfers_fen: String(line['transfers']),
      netSurplus_fen: String(line['otherMoney']),
      threeGuarantees_fen: String(line['guarantees']),
      committed_fen: String(line['otherRigid']),
      newItemLocalShare_fen: String(line['project']),
    },
  }))
  return { general, fund: [], usesFundBudget: false, assumptions: [] }
}

test.each(Object.entries(FIXTURE.vectors))(
  'the generator of seed %s gives the known numbers',
  (seed, known) => {
    const numbers = seededNumbers(Number(seed))
    expect(known.map(() => numbers.next())).toEqual(known)
  },
)

test.each(FIXTURE.runs.map((run) => [run.seed, run.draws, run.years] as const))(
  'seed %d, %d draws: the same counts and bands as the independent script',
  (seed, draws, years) => {
    const { years: found } = computeSimulation(sheetOfFixture(), rulesWith(draws), seed)
    expect(found.map(({ budget: _budget, ...year }) => year)).toEqual(years)
  },
)

test('the drawn deviations have the mean of their triangle', () => {
  const flat = { low_bp: 0, mode_bp: 0, high_bp: 0 }
  const rules = readerOf({
    'exante.affordability_pressure': BOUNDS,
    'exante.affordability_simulation': {
      ...{ draws: 20_000, seed: 5, revenue: flat, transfers: flat, guarantees: flat },
      cost: { low_bp: -1000, mode_bp: 0, high_bp: 4000 },
    },
  })
  const zero = Object.fromEntries(GENERAL_COLUMNS.map(({ id }) => [id, '0']))
  const amounts = { ...zero, ownRevenue_fen: '1000000', newItemLocalShare_fen: '1000000' }
  const sheet = { general: [{ year: 2023, amounts }], fund: [], usesFundBudget: false, assumptions: [] }
  const { quantiles_bp } = computeSimulation(sheet, rules).years[0]!
  // Of the triangle (−10 %, 0, 40 %): median 40 − √(½·50·40), 5 % and 95 % by its distribution function.
  expect(Math.abs(quantiles_bp.p50 - 10_838)).toBeLessThan(60)
  expect(Math.abs(quantiles_bp.p5 - 9_500)).toBeLessThan(60)
  expect(Math.abs(quantiles_bp.p95 - 13_000)).toBeLessThan(60)
})

const money = fc.bigInt({ min: 0n, max: 500_000_000_000n })
const yearOf = (year: number) =>
  fc.tuple(...GENERAL_COLUMNS.map(() => money)).map((amounts) => ({
    year,
    amounts: Object.fromEntries(GENERAL_COLUMNS.map(({ id }, index) => [id, String(amounts[index])])),
  }))
const sheets = fc
  .tuple(yearOf(2023), yearOf(2024), yearOf(2025))
  .map((general): AffordabilitySheet => ({ general, fund: [], usesFundBudget: false, assumptions: [] }))

const ORDER = { pass: 0, warn: 1, fail: 2, incomplete: 3 } as const

function dearer(sheet: AffordabilitySheet, place: number, column: string, more: bigint): AffordabilitySheet {
  return {
    ...sheet,
    general: sheet.general.map((line, index) =>
      index === place
        ? {
            ...line,
            amounts: { ...line.amounts, [column]: String(BigInt(line.amounts[column] ?? '0') + more) },
          }
        : line,
    ),
  }
}
const changes = fc.record({
  place: fc.integer({ min: 0, max: 2 }),
  column: fc.constantFrom(
    'newItemLocalShare_fen',
    'newItemUpkeep_fen',
    'threeGuarantees_fen',
    'debtService_fen',
  ),
  more: money,
})

describe('more cost never gives a better verdict', () => {
  test('10,000 sheets', () => {
    const years = [2023, 2024, 2025]
    fc.assert(
      fc.property(sheets, changes, (sheet, { place, column, more }) => {
        const before = scoreAffordability(sheet, BOUNDS, years)
        const after = scoreAffordability(dearer(sheet, place, column, more), BOUNDS, years)
        expect(ORDER[after]).toBeGreaterThanOrEqual(ORDER[before])
      }),
      { numRuns: 10_000 },
    )
  })

  test('nor a better answer under shocks or in any year of the simulation', () => {
    const rules = rulesWith(100)
    const given = { requiredYears: [2023, 2024, 2025], seed: 3 }
    fc.assert(
      fc.property(sheets, changes, (sheet, { place, column, more }) => {
        const before = assessAffordability(sheet, rules, given)
        const after = assessAffordability(dearer(sheet, place, column, more), rules, given)
        const shock = (one: typeof before) => ORDER[one.stress?.shocks[0]?.verdict ?? 'incomplete']
        expect(shock(after)).toBeGreaterThanOrEqual(shock(before))
        for (const [index, year] of (before.simulation?.years ?? []).entries()) {
          const dear = after.simulation?.years[index]
          expect(dear?.failed).toBeGreaterThanOrEqual(year.failed)
          expect(dear?.warned).toBeGreaterThanOrEqual(year.warned)
          expect(dear?.quantiles_bp.p50).toBeGreaterThanOrEqual(year.quantiles_bp.p50)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('a blank cell is named and nothing is concluded, whatever the rest says', () => {
    const rules = rulesWith(100)
    const blank = fc.tuple(sheets, fc.integer({ min: 0, max: 2 }), fc.constantFrom(...GENERAL_COLUMNS))
    fc.assert(
      fc.property(blank, ([sheet, place, { id, label }]) => {
        const general = sheet.general.map((line, index) =>
          index === place ? { ...line, amounts: { ...line.amounts, [id]: null } } : line,
        )
        const { base, stress, simulation } = assessAffordability({ ...sheet, general }, rules, {
          requiredYears: [2023, 2024, 2025],
        })
        expect(base.verdict).toBe('incomplete')
        expect(base.missing).toEqual([{ budget: 'general', year: 2023 + place, label }])
        expect(base.explanation.sentence).toContain(label)
        expect([stress, simulation]).toEqual([null, null])
      }),
      { numRuns: 1000 },
    )
  })
})
