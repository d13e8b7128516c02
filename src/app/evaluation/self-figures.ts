import {
  type computeExecutionScore,
  computeRowScore,
  computeSelfEvaluation,
  type IndicatorTarget,
  type RowScore,
  type SelfEvaluation,
} from '../../domain/evaluation/compute/index.ts'
import type {
  EvaluationSelfContent,
  EvaluationSelfScoresRow,
  TargetsSheetIndicatorsRow,
} from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import type { ParameterReader } from '../../domain/rules/parameter-values.ts'
import { GRADES } from '../../domain/shared/grade.ts'
import { findFen, sumFen } from '../../domain/shared/money.ts'
import { formatRatio } from '../../domain/shared/ratio.ts'
import { formatScore, type Score_x100 } from '../../domain/shared/score.ts'
import type { Context } from '../kernel/context.ts'
import { getApprovedTarget } from '../records/approved-target.ts'
import type { Assessment } from '../records/behaviour.ts'
import type { RecordData } from '../records/record-data.ts'
import { placeKey, rulesOf } from '../records/rules-of.ts'

/** What the rules make of a self-evaluation form as it stands. */
export type SelfFigures = {
  readonly rows: readonly RowScore[]
  /** What each row was measured against and what was reached, as numbers where there are any. */
  readonly targets: readonly { readonly value?: string | null; readonly actual?: string | null }[]
  /** Absent while not every fund says what was executed. */
  readonly execution?: ReturnType<typeof computeExecutionScore>
  readonly whole?: SelfEvaluation
}

/** Computes every score of the form against the approved target. */
export async function selfFigures(context: Context, data: RecordData): Promise<SelfFigures> {
  if (!data.project) return { rows: [], targets: [] }
  const target = await getApprovedTarget(context, data.project)
  return computeSelf(data.content as EvaluationSelfContent, target.indicators, rulesOf(context, data))
}

export function computeSelf(
  content: EvaluationSelfContent,
  indicators: readonly TargetsSheetIndicatorsRow[],
  rules: ParameterReader,
): SelfFigures {
  const reviewed = new Map((content.overDeductions ?? []).map((entry) => [entry.row, entry.points_x100]))
  const rows = (content.scores ?? []).map((row, index) => ({
    target: targetOf(
      row,
      indicators.find((indicator) => indicator.id === row.indicatorId),
    ),
    actual: row,
    entered_x100: enteredScore(row),
    overReviewed_x100: reviewed.get(index + 1) ?? null,
  }))
  const targets = rows.map(({ target, actual }) => ({
    value: target.value ?? null,
    actual: actual.actual ?? null,
  }))
  const funds = fundTotals(content)
  if (!funds)
    return { rows: rows.map(({ target, actual }) => computeRowScore(target, actual, rules)), targets }
  const whole = computeSelfEvaluation({ funds, rows }, rules)
  return { rows: whole.rows, targets, execution: whole.execution, whole }
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
function enteredScore(row: EvaluationSelfScoresRow): Score_x100 | null {
  const { score_x100, computedScore_x100 } = row
  return score_x100 == null || score_x100 === computedScore_x100 ? null : score_x100
}

/** The approved indicator as the score needs it; the row's own head where it is not found. */
function targetOf(
  row: EvaluationSelfScoresRow,
  indicator: TargetsSheetIndicatorsRow | undefined,
): IndicatorTarget {
  return {
    name: indicator?.name ?? row.name ?? '',
    level1: indicator?.level1 ?? '',
    kind: indicator?.kind ?? 'quant',
    operator: indicator?.operator ?? null,
    value: indicator?.value ?? null,
    upper: indicator?.upper ?? null,
    dateValue: indicator?.dateValue ?? null,
    unit: indicator?.unit ?? null,
    weight_x100: indicator?.weight_x100 ?? row.weight_x100 ?? 0,
    scoringRule: indicator?.scoringRule ?? null,
  }
}

/** The content with every figure of the system filled in; what cannot be computed yet is left out. */
export function withSelfFigures(content: Content, figures: SelfFigures): Content {
  const { scores } = content as EvaluationSelfContent
  const filled = (scores ?? []).map((row, index) => {
    const computed = figures.rows[index]?.score_x100 ?? null
    const score = enteredScore(row) ?? computed
    const { score_x100: _score, computedScore_x100: _computed, scoringMethod: _method, ...rest } = row
    const method = figures.rows[index]?.method
    return {
      ...rest,
      ...(score === null ? {} : { score_x100: score }),
      ...(computed === null ? {} : { computedScore_x100: computed }),
      ...(method && method !== 'missing' ? { scoringMethod: method } : {}),
    }
  })
  const {
    executionScore_x100: _execution,
    adjustments: _adjustments,
    totalScore_x100: _total,
    grade: _grade,
    ...rest
  } = content
  const adjustments = (figures.whole?.adjustments ?? []).map(({ label, points_x100 }) => ({
    label,
    points_x100,
  }))
  const execution = figures.execution?.score_x100 ?? null
  const total = figures.whole?.total_x100 ?? null
  const grade = figures.whole?.grade ?? null
  return {
    ...rest,
    scores: filled,
    ...(execution === null ? {} : { executionScore_x100: execution }),
    ...(adjustments.length > 0 ? { adjustments } : {}),
    ...(total === null ? {} : { totalScore_x100: total }),
    ...(grade === null ? {} : { grade }),
  } as Content
}

/** The figures with their reasons, by the place they stand in. */
export function presentSelf({ rows, execution, whole }: SelfFigures): Omit<Assessment, 'findings'> {
  const figures: Record<string, string> = {}
  const explanations: Record<string, RowScore['explanation']> = {}
  const show = (key: string, value: string, explanation: RowScore['explanation']) => {
    figures[key] = value
    explanations[key] = explanation
  }
  rows.forEach((row, index) => {
    show(placeKey('scores', index, 'computedScore_x100'), scoreText(row.score_x100), row.explanation)
  })
  if (execution) {
    show('executionScore_x100', scoreText(execution.score_x100), execution.explanation)
    show('executionRate', formatRatio(execution.rate), execution.explanation)
  }
  if (whole) {
    show('totalScore_x100', scoreText(whole.total_x100), whole.explanation)
    const graded = whole.explanation.children.find((child) => child.ruleId === 'EVA-001')
    if (whole.grade && graded) show('grade', GRADES[whole.grade], graded)
  }
  return { figures, explanations }
}

export function scoreText(score_x100: Score_x100 | null): string {
  return score_x100 === null ? '待填' : formatScore(score_x100)
}
