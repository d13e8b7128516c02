import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained, Explanation } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'
import { computeExecutionCap } from './execution-cap.ts'
import { computeExecutionScore } from './execution-score.ts'
import { computeGrade } from './grade.ts'
import { computeOverDeduction } from './over-deduction.ts'
import { explainRow, type RowScore } from './row-score.ts'
import {
  isGradable,
  overRows,
  type ScoreAdjustment,
  type SelfEvaluationInput,
  type SelfScore,
  scoreSelfEvaluation,
} from './self-score.ts'

export const EVA_004: RuleHeader = {
  id: 'EVA-004',
  name: '自评总分',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('cz-2020-10', '附件1'),
  standing: 'seen',
  parameters: ['evaluation.without_budget'],
}

export type SelfEvaluation = Explained<
  Pick<SelfScore, 'total_x100' | 'computedTotal_x100' | 'grade' | 'adjustments'> & {
    readonly execution: ReturnType<typeof computeExecutionScore>
    readonly rows: readonly RowScore[]
    /** Names of what has no score yet. */
    readonly missing: readonly string[]
  }
>

/**
 * EVA-004 自评总分: execution score and rows, each already rounded, so that the printed form adds up.
 * Where the unit entered a score, the total takes that one; a difference is shown, never overwritten.
 * What a local rule adds or takes stands as a line of its own below the rows.
 */
export function computeSelfEvaluation(input: SelfEvaluationInput, rules: ParameterReader): SelfEvaluation {
  const score = scoreSelfEvaluation(input, rules)
  const execution = computeExecutionScore(input.funds, rules)
  const rows = input.rows.map(({ target, actual }, index): RowScore => {
    const { share, ...figures } = score.rows[index] as SelfScore['rows'][number]
    return { ...figures, explanation: explainRow(target, actual, { ...figures, share }, rules) }
  })
  const { total_x100, computedTotal_x100, adjustments, grade } = score
  const graded = total_x100 !== null && isGradable(total_x100) ? computeGrade(total_x100, rules) : null
  const missing = [
    ...(execution.score_x100 === null && total_x100 === null ? ['预算执行率'] : []),
    ...input.rows.filter((_, index) => score.shown_x100[index] === null).map(({ target }) => target.name),
  ]
  const result = total_x100 === null ? '待填' : `${formatScore(total_x100)}分`
  return {
    execution,
    rows,
    total_x100,
    computedTotal_x100,
    adjustments,
    grade,
    missing,
    explanation: explain(EVA_004, {
      sentence:
        total_x100 === null
          ? `还有${missing.length}项没有得分：${missing.slice(0, 5).join('、')}，填齐后计算总分。`
          : `预算执行率与${rows.length}项指标得分相加${adjustmentWords(adjustments)}，总分${result}${differenceWords(total_x100, computedTotal_x100)}。`,
      inputs: [
        { label: '预算执行率得分', value: scoreText(execution.score_x100) },
        ...input.rows.map(({ target }, index) => ({
          label: target.name,
          value: scoreText(score.shown_x100[index] ?? null),
          from: input.rows[index]?.entered_x100 == null ? '系统计算' : '单位填写',
        })),
        ...adjustments.map(({ label, points_x100 }) => ({ label, value: signed(points_x100) })),
      ],
      parameters: execution.score_x100 === null ? [rules.value('evaluation.without_budget')] : [],
      formula: `预算执行率得分 + 各指标得分${adjustments.length > 0 ? ' + 各项调整' : ''}`,
      result,
      rounding: '各行先四舍五入到两位小数，再相加',
      children: [
        execution.explanation,
        ...rows.map((row) => row.explanation),
        ...adjustmentReasons(input, score, rules),
        ...(graded ? [graded.explanation] : []),
      ],
    }),
  }
}

/** The reason of every adjustment that changed something. */
function adjustmentReasons(
  input: SelfEvaluationInput,
  { rows, shown_x100, adjustments, total_x100 }: SelfScore,
  rules: ParameterReader,
): Explanation[] {
  const cut = (ruleId: string) => adjustments.find((each) => each.ruleId === ruleId)
  const capped = cut('EVA-015')
  return [
    ...(cut('EVA-016') ? [computeOverDeduction(overRows(input, rows, shown_x100), rules).explanation] : []),
    ...(capped && total_x100 !== null
      ? [
          computeExecutionCap({ ...input.funds, total_x100: total_x100 - capped.points_x100 }, rules)
            .explanation,
        ]
      : []),
  ]
}

function adjustmentWords(adjustments: readonly ScoreAdjustment[]): string {
  return adjustments.map(({ label, points_x100 }) => `，${label}${signed(points_x100)}分`).join('')
}

function signed(points_x100: number): string {
  return `${points_x100 > 0 ? '+' : ''}${formatScore(points_x100)}`
}

function scoreText(score_x100: Score_x100 | null): string {
  return score_x100 === null ? '待填' : formatScore(score_x100)
}

function differenceWords(total_x100: Score_x100, computed_x100: Score_x100 | null): string {
  if (computed_x100 === null || computed_x100 === total_x100) return ''
  return `（按规则计算为${formatScore(computed_x100)}分，与填写的得分不同）`
}
