import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readerOf } from '../../rules/testing.ts'
import type { IndicatorTarget } from './row.ts'
import { computeRowScore } from './row-score.ts'

const RULES = readerOf({
  'evaluation.row_defaults': {
    equal: 'proportion',
    lateDate: 'zero',
    latePerDay_bp: 0,
    satisfaction: 'proportion',
    satisfactionFloor_bp: 6000,
    passLine: 'none',
    passLine_bp: 6000,
  },
  'evaluation.over_achievement_flag': { ratio_bp: 3000 },
})
const operator = fc.constantFrom('ge', 'le', 'eq', 'gt', 'lt')
const number = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => String(n / 100))
const weight = fc.integer({ min: 0, max: 10_000 })

function score(kind: IndicatorTarget['operator'], value: string, actual: string, weight_x100: number) {
  const target = { name: '指标', level1: 'output', kind: 'quant', value, weight_x100 } as const
  return computeRowScore({ ...target, operator: kind ?? 'ge' }, { actual }, RULES)
}

test('a row never earns less than nothing nor more than its weight, and full marks when met', () => {
  fc.assert(
    fc.property(operator, number, number, weight, (kind, value, actual, weight_x100) => {
      const row = score(kind as IndicatorTarget['operator'], value, actual, weight_x100)
      expect(row.score_x100).toBeGreaterThanOrEqual(0)
      expect(row.score_x100).toBeLessThanOrEqual(weight_x100)
      if (row.isMet) expect(row.score_x100).toBe(weight_x100)
    }),
  )
})

test('doing more of a ≥ indicator never earns less; spending more of a ≤ one never earns more', () => {
  fc.assert(
    fc.property(number, number, number, weight, (value, one, other, weight_x100) => {
      const [less, more] = Number(one) <= Number(other) ? [one, other] : [other, one]
      const at = (kind: 'ge' | 'le', actual: string) =>
        score(kind, value, actual, weight_x100).score_x100 ?? -1
      expect(at('ge', more)).toBeGreaterThanOrEqual(at('ge', less))
      if (Number(less) >= 0) expect(at('le', less)).toBeGreaterThanOrEqual(at('le', more))
    }),
  )
})
