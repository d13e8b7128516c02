import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ParameterValues } from '../../rules/parameter-values.ts'
import { readerOf } from '../../rules/testing.ts'
import { formatScore, parseScore } from '../../shared/score.ts'
import { computeRowScore, scoreRow } from './row-score.ts'
import { computeSelfEvaluation } from './self-evaluation.ts'
import { type SelfEvaluationInput, scoreSelfEvaluation } from './self-score.ts'

const CAPS = [
  { below_bp: 8000, cap_x100: 8900 },
  { below_bp: 5000, cap_x100: 5900 },
]
const rules = fc
  .record({
    rows: fc.record({
      equal: fc.constantFrom('proportion', 'all_or_nothing'),
      lateDate: fc.constantFrom('zero', 'per_day', 'band'),
      latePerDay_bp: fc.constantFrom(0, 100, 333),
      satisfaction: fc.constantFrom('proportion', 'interpolation'),
      satisfactionFloor_bp: fc.constant(6000),
      passLine: fc.constantFrom('none', 'proportion_above', 'rescaled_above'),
      passLine_bp: fc.constant(6000),
    }),
    isCapped: fc.boolean(),
    deduction: fc.record({
      isOn: fc.boolean(),
      above_bp: fc.constant(3000),
      points_x100: fc.integer({ min: 0, max: 500 }),
    }),
    treatment: fc.constantFrom('flag', 'rescale'),
  })
  .map(({ rows, isCapped, deduction, treatment }) =>
    readerOf({
      'evaluation.row_defaults': rows as ParameterValues['evaluation.row_defaults'],
      'evaluation.qualitative_bands': {
        bands: [
          { band: 'achieved', label: '达成', from_bp: 8000, to_bp: 10_000, isTopIncluded: true },
          { band: 'partial', label: '部分达成', from_bp: 6000, to_bp: 8000, isTopIncluded: false },
          { band: 'missed', label: '未达成', from_bp: 0, to_bp: 6000, isTopIncluded: false },
        ],
      },
      'evaluation.over_achievement_flag': { ratio_bp: 3000 },
      'evaluation.execution_points': { points_x100: 1000 },
      'evaluation.grade_cutoffs': { excellent_x100: 9000, good_x100: 8000, fair_x100: 6000 },
      'evaluation.low_execution_cap': { isOn: isCapped, steps: CAPS },
      'evaluation.over_achievement_deduction': deduction,
      'evaluation.without_budget': { treatment: treatment as 'flag' | 'rescale' },
    }),
  )

const number = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -500, max: 2000 }).map(String),
  fc.integer({ min: -500, max: 200_000 }).map((n) => (n / 100).toFixed(2)),
)
const day = fc.constantFrom(null, '2023-06-30', '2023-12-31', '2024-01-10', '不是日期')
const target = fc.record({
  name: fc.constantFrom('数量', '质量', '效益'),
  level1: fc.constantFrom('output', 'benefit', 'satisfaction'),
  kind: fc.constantFrom('quant' as const, 'qual' as const, 'date' as const, 'yesno' as const),
  operator: fc.constantFrom('ge', 'le', 'eq', 'gt', 'lt', 'range', null) as fc.Arbitrary<'ge' | null>,
  value: number,
  upper: number,
  dateValue: day,
  unit: fc.constantFrom('%', '户', null),
  weight_x100: fc.integer({ min: 0, max: 3000 }),
  scoringRule: fc.constantFrom(
    'proportion',
    'passLine',
    'yesno',
    'band',
    'satisfaction',
    null,
  ) as fc.Arbitrary<'band' | null>,
})
const actual = fc.record({
  actual: number,
  actualDate: day,
  actualText: fc.constantFrom('是', '未完成', '推进中', null),
  band: fc.constantFrom('achieved' as const, 'partial' as const, 'missed' as const, null),
  bandPercent: fc.constantFrom('0', '59.99', '60', '80', '92.5', '100', null),
})
const money = fc.bigInt({ min: 0n, max: 10n ** 12n })
const form: fc.Arbitrary<SelfEvaluationInput> = fc.record({
  funds: fc.record({ budget_fen: money, executed_fen: money }),
  rows: fc.array(
    fc.record({
      target,
      actual,
      entered_x100: fc.option(fc.integer({ min: 0, max: 1500 }), { nil: null }),
      overReviewed_x100: fc.option(fc.integer({ min: 0, max: 1500 }), { nil: null }),
    }),
    { maxLength: 12 },
  ),
})

test('the figures are the same with and without their reasons', () => {
  fc.assert(
    fc.property(form, rules, (input, reader) => {
      const lean = scoreSelfEvaluation(input, reader)
      const full = computeSelfEvaluation(input, reader)
      expect(lean.execution_x100).toBe(full.execution.score_x100)
      expect(lean.rows.map(({ share: _share, ...figures }) => figures)).toEqual(
        full.rows.map(({ explanation: _explanation, ...figures }) => figures),
      )
      const { total_x100, computedTotal_x100, grade, adjustments } = full
      expect(lean).toMatchObject({ total_x100, computedTotal_x100, grade, adjustments })
    }),
    { numRuns: 500 },
  )
})

test('a row has the figures its explanation prints', () => {
  fc.assert(
    fc.property(target, actual, rules, (one, reached, reader) => {
      const { share: _share, ...lean } = scoreRow(one, reached, reader)
      const { explanation, ...full } = computeRowScore(one, reached, reader)
      expect(full).toEqual(lean)
      expect(explanation.result).toBe(lean.score_x100 === null ? '待填' : `${formatScore(lean.score_x100)}分`)
    }),
    { numRuns: 500 },
  )
})

test('what is printed adds up: execution, rows and adjustments make the printed total', () => {
  fc.assert(
    fc.property(form, rules, (input, reader) => {
      const { total_x100, explanation } = computeSelfEvaluation(input, reader)
      if (total_x100 === null) return
      const printed = explanation.inputs
        .filter(({ value }) => value !== '待填')
        .map(({ value }) => parseScore(value.replace('+', '')))
      expect(printed.reduce((sum, points) => sum + points, 0)).toBe(total_x100)
      expect(explanation.result).toBe(`${formatScore(total_x100)}分`)
    }),
    { numRuns: 500 },
  )
})

test('a cap only ever lowers, and never below what the form would have without it', () => {
  fc.assert(
    fc.property(form, rules, (input, reader) => {
      const { total_x100, adjustments } = scoreSelfEvaluation(input, reader)
      const cap = adjustments.find(({ ruleId }) => ruleId === 'EVA-015')
      if (total_x100 === null || !cap) return
      expect(cap.points_x100).toBeLessThan(0)
      expect(CAPS.map(({ cap_x100 }) => cap_x100)).toContain(total_x100)
    }),
  )
})
