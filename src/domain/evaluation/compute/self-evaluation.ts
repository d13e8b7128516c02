import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import type { Grade } from '../../shared/grade.ts'
import type { Fen } from '../../shared/money.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'
import { computeExecutionScore } from './execution-score.ts'
import { computeGrade } from './grade.ts'
import type { IndicatorActual, IndicatorTarget } from './row.ts'
import { computeRowScore, type RowScore } from './row-score.ts'

export const EVA_004: RuleHeader = {
  id: 'EVA-004',
  name: '自评总分',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('cz-2020-10', '附件1'),
}

export type SelfEvaluationInput = {
  readonly funds: { readonly budget_fen: Fen; readonly executed_fen: Fen }
  readonly rows: readonly {
    readonly target: IndicatorTarget
    readonly actual: IndicatorActual
    /** A score the unit or the printed form gives; it is kept, the computed one stands beside it. */
    readonly entered_x100?: Score_x100 | null
  }[]
}

export type SelfEvaluation = Explained<{
  readonly execution: ReturnType<typeof computeExecutionScore>
  readonly rows: readonly RowScore[]
  /** Sum of the scores on the form; `null` while one is missing. */
  readonly total_x100: Score_x100 | null
  /** Sum of the computed scores; `null` while one cannot be computed. */
  readonly computedTotal_x100: Score_x100 | null
  readonly grade: Grade | null
  /** Names of what has no score yet. */
  readonly missing: readonly string[]
}>

/**
 * EVA-004 自评总分: execution score and rows, each already rounded, so that the printed form adds up.
 * Where the unit entered a score, the total takes that one; a difference is shown, never overwritten.
 */
export function computeSelfEvaluation(input: SelfEvaluationInput, rules: ParameterReader): SelfEvaluation {
  const execution = computeExecutionScore(input.funds, rules)
  const rows = input.rows.map(({ target, actual }) => computeRowScore(target, actual, rules))
  const shown = input.rows.map((row, index) => row.entered_x100 ?? rows[index]?.score_x100 ?? null)
  const total_x100 = sumAll([execution.score_x100, ...shown])
  const computedTotal_x100 = sumAll([execution.score_x100, ...rows.map((row) => row.score_x100)])
  const graded = total_x100 !== null && total_x100 <= 100_00 ? computeGrade(total_x100, rules) : null
  const missing = [
    ...(execution.score_x100 === null ? ['预算执行率'] : []),
    ...input.rows.filter((_, index) => shown[index] === null).map(({ target }) => target.name),
  ]
  const result = total_x100 === null ? '待填' : `${formatScore(total_x100)}分`
  return {
    execution,
    rows,
    total_x100,
    computedTotal_x100,
    grade: graded?.grade ?? null,
    missing,
    explanation: explain(EVA_004, {
      sentence:
        total_x100 === null
          ? `还有${missing.length}项没有得分：${missing.slice(0, 5).join('、')}，填齐后计算总分。`
          : `预算执行率与${rows.length}项指标得分相加，总分${result}${differenceWords(total_x100, computedTotal_x100)}。`,
      inputs: [
        { label: '预算执行率得分', value: scoreText(execution.score_x100) },
        ...input.rows.map(({ target }, index) => ({
          label: target.name,
          value: scoreText(shown[index] ?? null),
          from: input.rows[index]?.entered_x100 == null ? '系统计算' : '单位填写',
        })),
      ],
      formula: '预算执行率得分 + 各指标得分',
      result,
      rounding: '各行先四舍五入到两位小数，再相加',
      children: [
        execution.explanation,
        ...rows.map((row) => row.explanation),
        ...(graded ? [graded.explanation] : []),
      ],
    }),
  }
}

function sumAll(scores: readonly (Score_x100 | null)[]): Score_x100 | null {
  return scores.reduce(
    (sum, score) => (sum === null || score === null ? null : sum + score),
    0 as number | null,
  )
}

function scoreText(score_x100: Score_x100 | null): string {
  return score_x100 === null ? '待填' : formatScore(score_x100)
}

function differenceWords(total_x100: Score_x100, computed_x100: Score_x100 | null): string {
  if (computed_x100 === null || computed_x100 === total_x100) return ''
  return `（按规则计算为${formatScore(computed_x100)}分，与填写的得分不同）`
}
