import {
  type IndicatorTarget,
  OWN_ROW,
  type SelfEvaluationInput,
} from '../../domain/evaluation/compute/index.ts'
import type {
  EvaluationSelfContent,
  EvaluationSelfScoresRow,
  TargetsSheetIndicatorsRow,
} from '../../domain/forms/contents.ts'
import { findFen, sumFen } from '../../domain/shared/money.ts'
import type { Score_x100 } from '../../domain/shared/score.ts'
import { placeAggregates } from './place-actuals.ts'

/** What the rules need of a form: its rows against the approved target, and its money when it is complete. */
export type SelfInput = {
  readonly rows: SelfEvaluationInput['rows']
  readonly funds: SelfEvaluationInput['funds'] | undefined
}

export function selfInput(
  content: EvaluationSelfContent,
  indicators: readonly TargetsSheetIndicatorsRow[],
): SelfInput {
  const reviewed = new Map((content.overDeductions ?? []).map((entry) => [entry.row, entry.points_x100]))
  const together = placeAggregates(content, indicators)
  const rows = (content.scores ?? []).map((row, index) => ({
    target: targetOf(
      row,
      indicators.find((indicator) => indicator.id === row.indicatorId),
    ),
    actual: together.has(index) ? { ...row, actual: together.get(index)?.value ?? null } : row,
    entered_x100: enteredScore(row),
    overReviewed_x100: reviewed.get(index + 1) ?? null,
  }))
  return { rows, funds: fundTotals(content) }
}

/** 全年预算数 and 全年执行数 of all funds; nothing while one of them is blank. */
function fundTotals({ funds }: EvaluationSelfContent) {
  const budget = (funds ?? []).map((row) => findFen(row.adjusted_fen))
  const executed = (funds ?? []).map((row) => findFen(row.executed_fen))
  const known = (amounts: readonly (bigint | undefined)[]) => amounts.filter((fen) => fen !== undefined)
  if (budget.length === 0 || [...budget, ...executed].includes(undefined)) return undefined
  return { budget_fen: sumFen(known(budget)), executed_fen: sumFen(known(executed)) }
}

/**
 * The score a person gave; a score that only repeats what the system computed at the last submission
 * is nobody's own and follows the figures when they change.
 */
export function enteredScore(row: EvaluationSelfScoresRow): Score_x100 | null {
  const { score_x100, computedScore_x100 } = row
  return score_x100 == null || score_x100 === computedScore_x100 ? null : score_x100
}

/** The approved indicator as the score needs it; the row's own head where it is not found. */
function targetOf(
  row: EvaluationSelfScoresRow,
  indicator: TargetsSheetIndicatorsRow | undefined,
): IndicatorTarget {
  const isOwn = row.indicatorId?.startsWith(OWN_ROW) ?? false
  return {
    name: indicator?.name ?? row.name ?? '',
    level1: indicator?.level1 ?? '',
    kind: isOwn ? 'qual' : (indicator?.kind ?? 'quant'),
    operator: indicator?.operator ?? null,
    value: indicator?.value ?? null,
    upper: indicator?.upper ?? null,
    dateValue: indicator?.dateValue ?? null,
    unit: indicator?.unit ?? null,
    // The form's own weight: the place's form may have other group points than the target.
    weight_x100: row.weight_x100 ?? indicator?.weight_x100 ?? 0,
    scoringRule: indicator?.scoringRule ?? null,
  }
}
