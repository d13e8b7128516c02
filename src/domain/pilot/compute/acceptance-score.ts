import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { formatScore, formatWeight } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'

export const PIL_020: RuleHeader = {
  id: 'PIL-020',
  name: '验收得分和合格线',
  stage: 'pilot',
  kind: 'compute',
  source: cite('jiheng-default'),
  parameters: ['pilot.acceptance_criteria'],
}

export type ScoredCriterion = {
  readonly item?: string | null | undefined
  readonly weight_x100?: number | null | undefined
  readonly score_x100?: number | null | undefined
}

/**
 * PIL-020: the points of all criteria together, and whether they reach the pass line; a score on the line
 * passes. Nothing is said while a criterion has no points yet.
 * @param given.pass_x100 the line of the version of the criteria the application was made under
 */
export function computeAcceptanceScore(given: {
  readonly rows: readonly ScoredCriterion[]
  readonly pass_x100: number
}): Explained<{ readonly total_x100: number | null; readonly isPassed: boolean | null }> {
  const { rows, pass_x100 } = given
  const known = rows.flatMap(({ score_x100 }) => score_x100 ?? [])
  const isComplete = rows.length > 0 && known.length === rows.length
  const total = known.reduce((sum, points) => sum + points, 0)
  const isPassed = isComplete ? total >= pass_x100 : null
  const result = isComplete ? formatScore(total) : '待评分'
  const line = formatWeight(pass_x100)
  return {
    total_x100: isComplete ? total : null,
    isPassed,
    explanation: explain(PIL_020, {
      sentence: isComplete
        ? `各项标准得分合计${result}分，${isPassed ? '达到' : '没有达到'}合格线${line}分。`
        : '还有标准没有评分。',
      inputs: rows.map(({ item, score_x100, weight_x100 }) => ({
        label: item ?? '',
        value: `${score_x100 == null ? '待评' : formatScore(score_x100)}/${formatScore(weight_x100 ?? 0)}`,
      })),
      formula: `各项得分之和；≥${line}分为达到合格线`,
      result,
    }),
  }
}
