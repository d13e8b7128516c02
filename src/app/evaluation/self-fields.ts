import {
  type ScoreAdjustment,
  type ScoringMethod,
  scoreRow,
  scoreSelfEvaluation,
} from '../../domain/evaluation/compute/index.ts'
import type { EvaluationSelfContent, TargetsSheetIndicatorsRow } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import type { ParameterReader } from '../../domain/rules/parameter-values.ts'
import type { Grade } from '../../domain/shared/grade.ts'
import type { Score_x100 } from '../../domain/shared/score.ts'
import { enteredScore, selfInput } from './self-input.ts'

/** The fields of a form that the system fills in; `null` where there is nothing to fill in yet. */
export type SelfFields = {
  readonly scores: readonly {
    readonly score_x100: Score_x100 | null
    readonly computedScore_x100: Score_x100 | null
    readonly scoringMethod: Exclude<ScoringMethod, 'missing'> | null
  }[]
  readonly executionScore_x100: Score_x100 | null
  readonly adjustments: readonly { readonly label: string; readonly points_x100: number }[] | null
  readonly totalScore_x100: Score_x100 | null
  readonly grade: Grade | null
}

/** What of the rules' figures the fields are made from, with or without their reasons. */
type Figures = {
  readonly rows: readonly { readonly score_x100: Score_x100 | null; readonly method: ScoringMethod }[]
  readonly execution_x100: Score_x100 | null
  readonly adjustments: readonly ScoreAdjustment[]
  readonly total_x100: Score_x100 | null
  readonly grade: Grade | null
}

/** The score on the form is the unit's own where it gave one, else the computed one. */
export function selfFields(content: EvaluationSelfContent, figures: Figures): SelfFields {
  const scores = (content.scores ?? []).map((row, index) => {
    const { score_x100 = null, method = 'missing' } = figures.rows[index] ?? {}
    return {
      score_x100: enteredScore(row) ?? score_x100,
      computedScore_x100: score_x100,
      scoringMethod: method === 'missing' ? null : method,
    }
  })
  const adjustments = figures.adjustments.map(({ label, points_x100 }) => ({ label, points_x100 }))
  return {
    scores,
    executionScore_x100: figures.execution_x100,
    adjustments: adjustments.length > 0 ? adjustments : null,
    totalScore_x100: figures.total_x100,
    grade: figures.grade,
  }
}

/** The fields as the rules in `rules` give them, without reasons: for many forms at once. */
export function scoreFields(
  content: EvaluationSelfContent,
  indicators: readonly TargetsSheetIndicatorsRow[],
  rules: ParameterReader,
): SelfFields {
  const { rows, funds } = selfInput(content, indicators)
  if (funds) return selfFields(content, scoreSelfEvaluation({ rows, funds }, rules))
  return selfFields(content, {
    rows: rows.map(({ target, actual }) => scoreRow(target, actual, rules)),
    execution_x100: null,
    adjustments: [],
    total_x100: null,
    grade: null,
  })
}

/** The content with the fields put in; what has no value is left out. */
export function withSelfFields(content: Content, fields: SelfFields): Content {
  const { scores: figures, ...whole } = fields
  const { scores } = content as EvaluationSelfContent
  return {
    ...replaced(content, whole),
    scores: (scores ?? []).map((row, index) => replaced(row, figures[index] ?? {})),
  } as Content
}

function replaced(before: object, values: object): object {
  const rest = Object.entries(before).filter(([field]) => !Object.hasOwn(values, field))
  const known = Object.entries(values).filter(([, value]) => value !== null)
  return Object.fromEntries([...rest, ...known])
}
