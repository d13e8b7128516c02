import {
  type computeExecutionScore,
  computeRowScore,
  computeSelfEvaluation,
  type RowScore,
  type SelfEvaluation,
} from '../../domain/evaluation/compute/index.ts'
import type { EvaluationSelfContent, TargetsSheetIndicatorsRow } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import type { ParameterReader } from '../../domain/rules/parameter-values.ts'
import { GRADES } from '../../domain/shared/grade.ts'
import { formatRatio } from '../../domain/shared/ratio.ts'
import { formatScore, type Score_x100 } from '../../domain/shared/score.ts'
import type { Context } from '../kernel/context.ts'
import { getApprovedTarget } from '../records/approved-target.ts'
import type { Assessment } from '../records/behaviour.ts'
import type { RecordData } from '../records/record-data.ts'
import { placeKey, rulesOf } from '../records/rules-of.ts'
import { placeAggregates } from './place-actuals.ts'
import { selfFields, withSelfFields } from './self-fields.ts'
import { selfInput } from './self-input.ts'

/** What the rules make of a self-evaluation form as it stands. */
export type SelfFigures = {
  readonly rows: readonly RowScore[]
  /** What each row was measured against and what was reached, as numbers where there are any. */
  readonly targets: readonly { readonly value?: string | null; readonly actual?: string | null }[]
  /** Absent while not every fund says what was executed. */
  readonly execution?: ReturnType<typeof computeExecutionScore>
  readonly whole?: SelfEvaluation
  /** What the places of a transfer reached together, by row. */
  readonly together: ReturnType<typeof placeAggregates>
}

/** Computes every score of the form against the approved target. */
export async function selfFigures(context: Context, data: RecordData): Promise<SelfFigures> {
  if (!data.project) return { rows: [], targets: [], together: new Map() }
  const target = await getApprovedTarget(context, data.project, data.record.createdAt)
  return computeSelf(data.content as EvaluationSelfContent, target.indicators, rulesOf(context, data))
}

export function computeSelf(
  content: EvaluationSelfContent,
  indicators: readonly TargetsSheetIndicatorsRow[],
  rules: ParameterReader,
): SelfFigures {
  const { rows, funds } = selfInput(content, indicators)
  const together = placeAggregates(content, indicators)
  const targets = rows.map(({ target, actual }) => ({
    value: target.value ?? null,
    actual: actual.actual ?? null,
  }))
  if (!funds)
    return {
      rows: rows.map(({ target, actual }) => computeRowScore(target, actual, rules)),
      targets,
      together,
    }
  const whole = computeSelfEvaluation({ funds, rows }, rules)
  return { rows: whole.rows, targets, execution: whole.execution, whole, together }
}

/** The content with every figure of the system filled in; what cannot be computed yet is left out. */
export function withSelfFigures(content: Content, figures: SelfFigures): Content {
  return withSelfFields(
    withPlaceActuals(content, figures.together),
    selfFields(content as EvaluationSelfContent, {
      rows: figures.rows,
      execution_x100: figures.execution?.score_x100 ?? null,
      adjustments: figures.whole?.adjustments ?? [],
      total_x100: figures.whole?.total_x100 ?? null,
      grade: figures.whole?.grade ?? null,
    }),
  )
}

/** The sums of the places as the actual values of their rows: nobody types them. */
function withPlaceActuals(content: Content, together: SelfFigures['together']): Content {
  if (together.size === 0) return content
  const { scores } = content as EvaluationSelfContent
  const filled = (scores ?? []).map((row, at) => {
    const value = together.get(at)?.value
    return value ? { ...row, actual: value } : row
  })
  return { ...content, scores: filled as Content[string] & readonly object[] }
}

/** The figures with their reasons, by the place they stand in. */
export function presentSelf({ rows, execution, whole, together }: SelfFigures): Omit<Assessment, 'findings'> {
  const figures: Record<string, string> = {}
  const explanations: Record<string, RowScore['explanation']> = {}
  const show = (key: string, value: string, explanation: RowScore['explanation']) => {
    figures[key] = value
    explanations[key] = explanation
  }
  rows.forEach((row, index) => {
    show(placeKey('scores', index, 'computedScore_x100'), scoreText(row.score_x100), row.explanation)
  })
  for (const [at, { value, explanation }] of together) {
    show(placeKey('scores', at, 'actual'), value ?? '待填', explanation)
  }
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
