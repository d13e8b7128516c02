import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { GRADES, type Grade } from '../../shared/grade.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, formatWeight, type Score_x100 } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'
import { computeFrameworkWeights, FRAMEWORK_LEVELS, type FrameworkLevel } from './framework-weights.ts'
import { computeGrade } from './grade.ts'

export const EVA_013: RuleHeader = {
  id: 'EVA-013',
  name: '财政评价总分和等级',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('nx-2022-377', '第二条（决策、过程、产出、效益）'),
  standing: 'seen',
}

export type FrameworkRow = {
  readonly level1: FrameworkLevel
  readonly name: string
  readonly weight_x100: Score_x100
  readonly score_x100?: Score_x100 | null
}

export type FinanceEvaluation = Explained<{
  readonly total_x100: Score_x100 | null
  readonly grade: Grade | null
  readonly levels: readonly {
    readonly level1: FrameworkLevel
    readonly label: string
    readonly weight_x100: Score_x100
    readonly score_x100: Score_x100
  }[]
  readonly weights: ReturnType<typeof computeFrameworkWeights>
  /** Rows without a score, or with one above their weight. */
  readonly problems: readonly { readonly row: number; readonly message: string }[]
}>

/**
 * EVA-013 财政评价: sums the framework's rows and grades the total.
 * No total while a row has no score, a score exceeds its weight, or the weights are not 100.
 */
export function computeFinanceEvaluation(
  rows: readonly FrameworkRow[],
  rules: ParameterReader,
  hasSeriousViolation = false,
): FinanceEvaluation {
  const weights = computeFrameworkWeights(rows, rules)
  const problems = rows.flatMap((row, index) => problemOf(row).map((message) => ({ row: index, message })))
  const isComplete = rows.length > 0 && problems.length === 0 && weights.isSumRight
  const total_x100 = isComplete ? sumOf(rows) : null
  const graded = total_x100 === null ? null : computeGrade(total_x100, rules, hasSeriousViolation)
  const levels = Object.entries(FRAMEWORK_LEVELS).map(([level, label]) => {
    const own = rows.filter((row) => row.level1 === level)
    const weight_x100 = own.reduce((sum, row) => sum + row.weight_x100, 0)
    return { level1: level as FrameworkLevel, label, weight_x100, score_x100: sumOf(own) }
  })
  const words = levels
    .map((l) => `${l.label}${formatScore(l.score_x100)}/${formatWeight(l.weight_x100)}`)
    .join('、')
  const result = total_x100 === null ? '待填' : `${formatScore(total_x100)}分`
  return {
    total_x100,
    grade: graded?.grade ?? null,
    levels,
    weights,
    problems,
    explanation: explain(EVA_013, {
      sentence:
        total_x100 === null || graded === null
          ? `暂不能计算总分：${problems[0]?.message ?? weights.explanation.sentence}`
          : `${words}，总分${result}，等级为${GRADES[graded.grade]}。`,
      inputs: rows.map((row) => ({
        label: row.name,
        value: `${row.score_x100 == null ? '待填' : formatScore(row.score_x100)}/${formatWeight(row.weight_x100)}`,
      })),
      formula: '各三级指标得分之和',
      result,
      children: graded ? [weights.explanation, graded.explanation] : [weights.explanation],
    }),
  }
}

function sumOf(rows: readonly FrameworkRow[]): Score_x100 {
  return rows.reduce((sum, row) => sum + (row.score_x100 ?? 0), 0)
}

function problemOf({ name, score_x100, weight_x100 }: FrameworkRow): string[] {
  if (score_x100 === null || score_x100 === undefined) return [`“${name}”还没有得分，请填写。`]
  if (score_x100 > weight_x100) return [`“${name}”得分高于分值，请改正。`]
  return []
}
