import type { ParameterReader } from '../../rules/parameter-values.ts'
import { fraction, roundFraction } from '../../shared/fraction.ts'
import type { Grade } from '../../shared/grade.ts'
import type { Fen } from '../../shared/money.ts'
import type { Score_x100 } from '../../shared/score.ts'
import { findExecutionCap } from './execution-cap.ts'
import { scoreExecution } from './execution-score.ts'
import { findGrade } from './grade.ts'
import { deductOver, type OverRow } from './over-deduction.ts'
import type { IndicatorActual, IndicatorTarget } from './row.ts'
import { type RowFigures, scoreRow } from './row-score.ts'

export type SelfEvaluationInput = {
  readonly funds: { readonly budget_fen: Fen; readonly executed_fen: Fen }
  readonly rows: readonly {
    readonly target: IndicatorTarget
    readonly actual: IndicatorActual
    /** A score the unit or the printed form gives; it is kept, the computed one stands beside it. */
    readonly entered_x100?: Score_x100 | null
    /** What the reviewer takes because the target was set too low. */
    readonly overReviewed_x100?: Score_x100 | null
  }[]
}

/** A line below the rows that changes the sum, so that the printed form still adds up. */
export type ScoreAdjustment = {
  readonly ruleId: string
  readonly label: string
  /** Negative takes points away. */
  readonly points_x100: number
}

/** The figures of a self-evaluation without their reasons. */
export type SelfScore = {
  readonly execution_x100: Score_x100 | null
  readonly rows: readonly RowFigures[]
  /** The scores on the form: the unit's where it entered one, else the computed ones. */
  readonly shown_x100: readonly (Score_x100 | null)[]
  readonly adjustments: readonly ScoreAdjustment[]
  /** Sum of the scores on the form with the adjustments; `null` while one is missing. */
  readonly total_x100: Score_x100 | null
  /** The same over the computed scores alone. */
  readonly computedTotal_x100: Score_x100 | null
  readonly grade: Grade | null
}

/** EVA-004 without its reasons in words: what a recomputation of thousands of forms needs. */
export function scoreSelfEvaluation(input: SelfEvaluationInput, rules: ParameterReader): SelfScore {
  const execution_x100 = scoreExecution(input.funds, rules)
  const rows = input.rows.map(({ target, actual }) => scoreRow(target, actual, rules))
  const computed = rows.map((row) => row.score_x100)
  const shown_x100 = input.rows.map((row, index) => row.entered_x100 ?? computed[index] ?? null)
  const settle = (scores: readonly (Score_x100 | null)[]) =>
    settleTotal(input, { execution_x100, scores, rows }, rules)
  const settled = settle(shown_x100)
  const isComputed = shown_x100.every((score, index) => score === computed[index])
  const { total_x100 } = settled
  return {
    execution_x100,
    rows,
    shown_x100,
    adjustments: settled.adjustments,
    total_x100,
    computedTotal_x100: isComputed ? total_x100 : settle(computed).total_x100,
    grade: total_x100 !== null && isGradable(total_x100) ? findGrade(total_x100, rules).grade : null,
  }
}

/** Beyond 100 points the form is wrong, and a finding says so; it has no grade. */
export function isGradable(total_x100: Score_x100): boolean {
  return total_x100 >= 0 && total_x100 <= 100_00
}

/** What EVA-016 looks at: the scores as they stand on the form. */
export function overRows(
  input: SelfEvaluationInput,
  rows: readonly RowFigures[],
  scores: readonly (Score_x100 | null)[],
): OverRow[] {
  return input.rows.map(({ target, overReviewed_x100 }, index) => ({
    name: target.name,
    score_x100: scores[index] ?? null,
    over: rows[index]?.share.over,
    reviewed_x100: overReviewed_x100,
  }))
}

type Given = {
  readonly execution_x100: Score_x100 | null
  readonly scores: readonly (Score_x100 | null)[]
  readonly rows: readonly RowFigures[]
}

/** Adds up, then the adjustments in their order: no budget, far above the target, low execution. */
function settleTotal(input: SelfEvaluationInput, given: Given, rules: ParameterReader) {
  const adjustments: ScoreAdjustment[] = []
  const adjust = (ruleId: string, label: string, points_x100: number) => {
    if (points_x100 !== 0) adjustments.push({ ruleId, label, points_x100 })
    return points_x100
  }
  const sum = sumAll(given.scores)
  const rescaled = given.execution_x100 === null && sum !== null ? rescale(sum, rules) : 0
  if (sum === null || rescaled === null) return { adjustments, total_x100: null }
  let total_x100 = sum + (given.execution_x100 ?? 0)
  total_x100 += adjust('EVA-004', '没有预算数，按其余分值折算', rescaled)
  const taken = deductOver(overRows(input, given.rows, given.scores), rules)
  total_x100 += adjust('EVA-016', '超额完成扣分', -taken.reduce((all, each) => all + each, 0))
  const cap = findExecutionCap(input.funds, rules)
  if (cap) total_x100 += adjust('EVA-015', '预算执行率偏低封顶', Math.min(0, cap.cap_x100 - total_x100))
  return { adjustments, total_x100 }
}

/** Without a budget: no total, or the other points stretched to 100; `null` is no total. */
function rescale(sum_x100: Score_x100, rules: ParameterReader): Score_x100 | null {
  const { treatment } = rules.value('evaluation.without_budget').value
  const rest_x100 = 100_00 - rules.value('evaluation.execution_points').value.points_x100
  if (treatment === 'flag' || rest_x100 <= 0) return null
  return Number(roundFraction(fraction(sum_x100 * 100_00, rest_x100))) - sum_x100
}

function sumAll(scores: readonly (Score_x100 | null)[]): Score_x100 | null {
  let sum = 0
  for (const score of scores) {
    if (score === null) return null
    sum += score
  }
  return sum
}
