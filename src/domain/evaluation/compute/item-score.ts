import type { EvaluationFinanceScoredByRow, EvaluationFinanceStandardsRow } from '../../forms/contents.ts'
import type { ParameterReader } from '../../rules/parameter-values.ts'
import { findDecimal } from '../../shared/decimal.ts'
import type { Explained, Explanation } from '../../shared/explanation.ts'
import { type Ratio, ratioOf, ratioValue } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import type { Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'
import { computeBandScore } from './band-score.ts'
import { computeDeductionScore } from './deduction-score.ts'
import { computeElementScore } from './element-score.ts'
import { computeFormulaScore } from './formula-score.ts'
import { computeLikertScore } from './likert-score.ts'

export const EVA_090: RuleHeader = {
  id: 'EVA-090',
  name: '三级指标按评分方法得分',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('cz-2020-10', '附件2（三级指标的评分方法）'),
  parameters: ['evaluation.likert_values'],
}

export const ITEM_METHODS = {
  elements: '要素法',
  formula: '公式法',
  band: '分档法',
  deduction: '扣分法',
  likert: '量表法',
} as const

/** The rates an evaluation knows by itself; absent while what they are made of is not filled in. */
export type KnownRates = {
  readonly receivedRate?: Ratio | undefined
  readonly executionRate?: Ratio | undefined
  readonly satisfaction?: Ratio | undefined
}

export type ItemInput = {
  readonly name: string
  readonly weight_x100: Score_x100
  readonly by: Omit<EvaluationFinanceScoredByRow, 'id'>
  /** The lines of the scoring standard that belong to this indicator. */
  readonly standards: readonly Omit<EvaluationFinanceStandardsRow, 'id'>[]
  readonly rates: KnownRates
  /** Answers of all questionnaires by option, from the best to the worst. */
  readonly counts: readonly number[]
}

/**
 * EVA-090: the points of one third-level indicator by the method chosen for it, 0.01 point; `null` while
 * the standard or the value is missing. The method's own rule stands below as the reason.
 */
export function computeItemScore(
  input: ItemInput,
  rules: ParameterReader,
): Explained<{ readonly score_x100: Score_x100 | null }> {
  const { by, name } = input
  const scored = by.method ? byMethod(input, by.method, rules) : undefined
  const method = by.method ? ITEM_METHODS[by.method] : '未选择'
  const sentence = scored?.explanation.sentence ?? '还没有选择评分方法，不计分。'
  return {
    score_x100: scored?.score_x100 ?? null,
    explanation: explain(EVA_090, {
      sentence: `“${name}”按${method}：${sentence}`,
      inputs: [{ label: '评分方法', value: method }],
      formula: '按所选方法计算，见下',
      result: scored?.explanation.result ?? '不计分',
      children: scored ? [scored.explanation] : [],
    }),
  }
}

type Method = keyof typeof ITEM_METHODS
type Scored = { readonly score_x100: Score_x100 | null; readonly explanation: Explanation }

function byMethod(input: ItemInput, method: Method, rules: ParameterReader): Scored {
  const { weight_x100, standards, by } = input
  switch (method) {
    case 'elements': {
      const elements = standards.map(({ label, isMet }) => ({ label: label ?? '', isMet: isMet === true }))
      return computeElementScore(weight_x100, elements)
    }
    case 'deduction':
      return deducted(input)
    case 'band':
      return computeBandScore({
        weight_x100,
        value: valueText(input),
        isLowerBetter: by.isLowerBetter ?? false,
        steps: standards.flatMap(({ bound, share }) =>
          bound && share ? [{ bound, share_bp: percentBp(share) ?? 0 }] : [],
        ),
      })
    case 'formula':
      return computeFormulaScore({
        weight_x100,
        rate: rateOf(input),
        full_bp: percentBp(by.full) ?? 10_000,
        zero_bp: percentBp(by.zero) ?? 0,
      })
    case 'likert':
      return computeLikertScore({ weight_x100, counts: input.counts }, rules)
  }
}

/** A standard without a single fault line says nothing: no score instead of full marks. */
function deducted({ weight_x100, standards }: ItemInput): Scored {
  const faults = standards.flatMap(({ label, count, each_x100 }) =>
    count == null || each_x100 == null ? [] : [{ label: label ?? '', count, each_x100 }],
  )
  const scored = computeDeductionScore({ weight_x100, faults })
  return faults.length === 0 ? { score_x100: null, explanation: scored.explanation } : scored
}

function rateOf({ by, rates }: ItemInput): Ratio | undefined {
  const from = by.valueFrom ?? 'typed'
  if (from !== 'typed') return rates[from]
  const typed = findDecimal(by.value)
  return typed === undefined ? undefined : ratioOf(typed, 100)
}

/** The value bands are compared with: typed, or a known rate in per cent. */
function valueText(input: ItemInput): string | null {
  const from = input.by.valueFrom ?? 'typed'
  if (from === 'typed') return input.by.value ?? null
  const rate = input.rates[from]
  return rate === undefined ? null : ratioValue(rate).times(100).toFixed()
}

function percentBp(percent: string | null | undefined): number | undefined {
  const value = findDecimal(percent)
  return value?.times(100).round().toNumber()
}
