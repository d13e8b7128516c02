import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readerOf } from '../../../rules/testing.ts'
import { computeYearEndForecast } from './year-end-forecast.ts'
import type { YearCurve } from './year-curve.ts'

const rules = readerOf({
  'monitoring.forecast': {
    minimumCurves: 6,
    years: 3,
    ownWeight: 3,
    near_bp: 1000,
    interval_bp: 8000,
    money_bp: 9000,
    output_bp: 10_000,
  },
})
const share = fc.integer({ min: 0, max: 10_000 })
const curve = fc
  .record({ isOwn: fc.boolean(), shares: fc.array(share, { minLength: 12, maxLength: 12 }) })
  .map(
    ({ isOwn, shares }): YearCurve => ({
      isOwn,
      points: shares.toSorted((a, b) => a - b).map((share_bp, index) => ({ month: index + 1, share_bp })),
    }),
  )

test('an interval holds its middle, lies between now and the whole, and only ever opens upwards over the months', () => {
  fc.assert(
    fc.property(
      fc.array(curve, { minLength: 6, maxLength: 30 }),
      share,
      fc.integer({ min: 1, max: 11 }),
      (curves, share_bp, month) => {
        const said = computeYearEndForecast({ line: 'money', month, share_bp, curves }, rules)
        if (said.basis !== 'history') return
        expect(said.band).toHaveLength(12 - month)
        for (const { low_bp, mid_bp, high_bp } of said.band) {
          expect(share_bp <= low_bp && low_bp <= mid_bp && mid_bp <= high_bp && high_bp <= 10_000).toBe(true)
        }
        expect(said.chance_bp).toBeGreaterThan(0)
        expect(said.chance_bp).toBeLessThan(10_000)
      },
    ),
    { numRuns: 200 },
  )
})

test('the order of the past years does not matter, and the same question gets the same answer', () => {
  fc.assert(
    fc.property(fc.array(curve, { minLength: 6, maxLength: 12 }), share, (curves, share_bp) => {
      const ask = (given: readonly YearCurve[]) =>
        computeYearEndForecast({ line: 'output', month: 7, share_bp, curves: given }, rules)
      expect(ask(curves.toReversed())).toEqual(ask(curves))
    }),
    { numRuns: 100 },
  )
})
