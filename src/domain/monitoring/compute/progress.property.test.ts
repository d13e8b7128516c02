import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readerOf } from '../../rules/testing.ts'
import { computeExecutionProgress } from './execution-progress.ts'
import { computeIndicatorProgress } from './indicator-progress.ts'
import { computeLight } from './light.ts'

const RULES = readerOf({
  'monitoring.light_thresholds': { yellowBelow_bp: -1000, redBelow_bp: -2000 },
  'monitoring.mid_year_month': { month: 6 },
})
const month = fc.integer({ min: 1, max: 12 })
const fen = fc.bigInt({ min: 0n, max: 10n ** 11n })
const plan = fc.option(fc.tuple(fen, fen, fen, fen), { nil: undefined })

/** The colour by whole numbers alone: paid/budget − planned against −10 and −20 points. */
function colour(paid: bigint, budget: bigint, planned: bigint, whole: bigint): string {
  const gap = (paid * whole - planned * budget) * 10_000n
  const unit = budget * whole
  if (gap >= -1000n * unit) return 'green'
  return gap >= -2000n * unit ? 'yellow' : 'red'
}

test('the light of the money is the one whole numbers give, on the bounds too', () => {
  fc.assert(
    fc.property(fen, fen, month, plan, (adjusted_fen, paid_fen, months, plan_fen) => {
      const progress = computeExecutionProgress({ adjusted_fen, paid_fen, month: months, plan_fen })
      if (progress.deviation === null) return
      const { light } = computeLight(
        { subject: '预算执行', deviation: progress.deviation, isByTimeOnly: false, month: months },
        RULES,
      )
      const total = plan_fen?.reduce((sum, each) => sum + each, 0n) ?? 0n
      const [due, whole] =
        plan_fen && total > 0n
          ? [
              plan_fen.reduce(
                (sum, each, index) => sum + each * BigInt(Math.max(0, Math.min(3, months - index * 3))),
                0n,
              ),
              total * 3n,
            ]
          : [BigInt(months), 12n]
      expect(light).toBe(colour(paid_fen, adjusted_fen, due, whole))
    }),
  )
})

test('exactly ten points behind is green whatever thirds are in the way', () => {
  fc.assert(
    fc.property(month, fc.integer({ min: 1, max: 10_000 }), (months, scale) => {
      const adjusted_fen = 60n * BigInt(scale)
      const paid_fen = BigInt(months * 5 - 6) * BigInt(scale)
      if (paid_fen < 0n) return
      const { deviation } = computeExecutionProgress({ adjusted_fen, paid_fen, month: months })
      expect(deviation?.toFixed()).toBe('-0.1')
    }),
  )
})

test('a cumulative figure on its straight line deviates by nothing', () => {
  fc.assert(
    fc.property(month, fc.integer({ min: 1, max: 1_000_000 }), (months, step) => {
      const { deviation } = computeIndicatorProgress(
        { name: '户数', kind: 'quant', operator: 'ge', value: String(step * 12), accumulation: 'cumulative' },
        { actual: String(step * months) },
        months,
      )
      expect(deviation?.isZero()).toBe(true)
    }),
  )
})
