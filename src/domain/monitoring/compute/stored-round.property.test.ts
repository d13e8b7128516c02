import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readerOf } from '../../rules/testing.ts'
import { fraction } from '../../shared/fraction.ts'
import { computeMonitoringRound, findMonitoringRound, type MonitoringInput } from './monitoring-round.ts'
import { recomputeRound, type StoredRound, storeRound } from './stored-round.ts'

const fen = fc.bigInt({ min: 0n, max: 10n ** 14n })
const quarters = fc.tuple(fen, fen, fen, fen)
const text = fc.option(
  fc.integer({ min: 0, max: 5000 }).map((number) => String(number / 8)),
  { nil: null },
)
const indicator = fc.record({
  name: fc.constantFrom('基地', '农户', '满意度'),
  kind: fc.constantFrom('quant', 'qual', 'date', 'yesno'),
  operator: fc.constantFrom('ge', 'le', 'eq', null),
  value: text,
  dateValue: fc.constantFrom('2023-06-30', null),
  unit: fc.constantFrom('个', '%', null),
  accumulation: fc.constantFrom('cumulative', 'point', null),
  actual: text,
  expectedDate: fc.constantFrom('2023-07-31', null),
  expected: text,
  weight_x100: fc.integer({ min: 0, max: 3000 }),
  likelihood: fc.constantFrom('certain', 'possible', 'impossible', null),
  plan: fc.option(
    quarters.map((plan) => plan.map((amount) => fraction(amount, 3)) as never),
    { nil: undefined },
  ),
}) as fc.Arbitrary<MonitoringInput['indicators'][number]>
const round: fc.Arbitrary<MonitoringInput> = fc.record({
  month: fc.integer({ min: 1, max: 12 }),
  funds: fc.array(fc.record({ adjusted_fen: fen, paid_fen: fen, expected_fen: fen }), { maxLength: 3 }),
  plan_fen: fc.option(quarters, { nil: undefined }),
  indicators: fc.array(indicator, { maxLength: 6 }),
})
const thresholds = fc.record({
  yellowBelow_bp: fc.integer({ min: -3000, max: 0 }),
  redBelow_bp: fc.integer({ min: -9000, max: -3000 }),
})

test('every light comes out again from what is stored with it, whatever the rules have become since', () => {
  fc.assert(
    fc.property(round, thresholds, fc.integer({ min: 1, max: 12 }), (input, bounds, midYear) => {
      const rules = readerOf({
        'monitoring.light_thresholds': bounds,
        'monitoring.mid_year_month': { month: midYear },
        'monitoring.light_indicator_weight': { weight_x100: 1000 },
        'monitoring.forecast_gap': { gap_bp: 2000 },
      })
      const then = computeMonitoringRound(input, rules)
      const stored = JSON.parse(JSON.stringify(storeRound(input, rules))) as StoredRound
      const anew = recomputeRound(stored)
      expect([anew.light, anew.reason]).toEqual([then.light, then.reason])
      expect(anew.indicators.map(({ light }) => light)).toEqual(then.indicators.map(({ light }) => light))
      expect(anew.explanation).toEqual(then.explanation)
      const figures = findMonitoringRound(input, rules)
      expect([figures.light, figures.reason]).toEqual([then.light, then.reason])
      expect(then.execution).toMatchObject(figures.execution)
      for (const [row, { progress }] of figures.indicators.entries())
        expect(then.indicators[row]?.progress).toMatchObject(progress)
    }),
    { numRuns: 300 },
  )
})

test('a figure changed in the store is noticed', () => {
  const rules = readerOf({
    'monitoring.light_thresholds': { yellowBelow_bp: -1000, redBelow_bp: -2000 },
    'monitoring.mid_year_month': { month: 6 },
    'monitoring.light_indicator_weight': { weight_x100: 1000 },
    'monitoring.forecast_gap': { gap_bp: 2000 },
  })
  const funds = [{ adjusted_fen: 500n, paid_fen: 180n, expected_fen: 500n }]
  const stored = JSON.stringify(storeRound({ month: 7, funds, indicators: [] }, rules))
  expect(recomputeRound(JSON.parse(stored)).light).toBe('red')
  expect(recomputeRound(JSON.parse(stored.replace('"180"', '"280"'))).light).toBe('green')
})
