import type { EvaluationFinanceContent, EvaluationFinanceScoresRow } from '../../forms/contents.ts'
import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explanation } from '../../shared/explanation.ts'
import { findFen } from '../../shared/money.ts'
import type { Ratio } from '../../shared/ratio.ts'
import { allAnswers } from './answers.ts'
import { computeFundRates } from './fund-rates.ts'
import { computeItemScore, type KnownRates } from './item-score.ts'
import { computeLikertScore } from './likert-score.ts'
import { computeRaterMean } from './rater-mean.ts'

export type FrameworkItems = {
  /** The indicators with the points the rules give them; what is typed stays where no rule scores. */
  readonly scores: readonly EvaluationFinanceScoresRow[]
  /** Row → why it has its points; only rows that a rule scores. */
  readonly reasons: ReadonlyMap<number, Explanation>
  readonly satisfaction: Ratio | undefined
  readonly satisfactionReason: Explanation
}

/**
 * Every indicator of an evaluation: by its method where one is chosen (EVA-090), by the mean where
 * several evaluators gave points (EVA-096), otherwise as typed.
 */
export function scoreFrameworkItems(
  content: EvaluationFinanceContent,
  rules: ParameterReader,
): FrameworkItems {
  const counts = allAnswers(content)
  const survey = computeLikertScore({ weight_x100: 100_00, counts }, rules)
  const rates: KnownRates = { ...fundRatesOf(content), satisfaction: survey.satisfaction }
  const reasons = new Map<number, Explanation>()
  const scores = (content.scores ?? []).map((row, index) => {
    const scored = scoreRow(content, row, rates, counts, rules)
    if (!scored) return row
    reasons.set(index, scored.explanation)
    return { ...row, score_x100: scored.score_x100 }
  })
  return { scores, reasons, satisfaction: survey.satisfaction, satisfactionReason: survey.explanation }
}

function scoreRow(
  content: EvaluationFinanceContent,
  row: EvaluationFinanceScoresRow,
  rates: KnownRates,
  counts: readonly number[],
  rules: ParameterReader,
) {
  const { itemCode, name, weight_x100 } = row
  if (!itemCode) return undefined
  const item = { name: name ?? '', weight_x100: weight_x100 ?? 0 }
  const by = content.scoredBy?.find((one) => one.itemCode === itemCode)
  if (by) {
    const standards = (content.standards ?? []).filter((line) => line.itemCode === itemCode)
    return computeItemScore({ ...item, by, standards, rates, counts }, rules)
  }
  const points = (content.raterScores ?? []).flatMap((one) =>
    one.itemCode === itemCode && one.points_x100 != null
      ? [{ rater: one.rater ?? '', points_x100: one.points_x100 }]
      : [],
  )
  return points.length === 0 ? undefined : computeRaterMean({ ...item, points })
}

function fundRatesOf(content: EvaluationFinanceContent): KnownRates {
  const budget_fen = findFen(content.budget_fen)
  const received_fen = findFen(content.received_fen)
  const spent_fen = findFen(content.spent_fen)
  if (budget_fen === undefined || received_fen === undefined || spent_fen === undefined) return {}
  const { receivedRate, executionRate } = computeFundRates({ budget_fen, received_fen, spent_fen })
  return { receivedRate, executionRate }
}
