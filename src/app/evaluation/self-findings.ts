import {
  checkDeviationReasons,
  checkEvidence,
  checkOverAchievement,
  checkOverReview,
  checkPlaceResults,
  checkSelfMoney,
} from '../../domain/evaluation/checks/index.ts'
import { EVA_003, EVA_004 } from '../../domain/evaluation/compute/index.ts'
import type { EvaluationSelfContent } from '../../domain/forms/contents.ts'
import { found, foundIf } from '../../domain/shared/check.ts'
import { type Decimal, findDecimal } from '../../domain/shared/decimal.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { type SelfFigures, withSelfFigures } from './self-figures.ts'

/** What keeps a self-evaluation from being handed in, and what it is advised of. */
export function selfFindings(context: Context, data: RecordData, figures: SelfFigures): Finding[] {
  const content = withSelfFigures(data.content, figures) as EvaluationSelfContent
  const computed = figures.rows.map((row) => row.score_x100)
  return [
    ...openRows(figures),
    ...checkEvidence(content),
    ...checkDeviationReasons(content, computed),
    ...checkOverAchievement(content, excesses(figures), rulesOf(context, data)),
    ...checkSelfMoney(content),
    ...checkPlaceResults(content),
    ...ownScores(content, figures),
    ...doubtfulRows(figures),
    ...reviewFindings(content, figures),
    ...foundIf(
      (figures.whole?.total_x100 ?? 0) > 100_00,
      EVA_004,
      '各项得分合计超过100分，请核对指标分值和得分。',
      { section: 'scores', field: 'scores' },
      'error',
    ),
  ]
}

/** What the reviewer takes for targets set too low, held against the rows as they stand. */
export function reviewFindings(content: EvaluationSelfContent, { rows }: SelfFigures): Finding[] {
  const shown = rows.map(({ isFarAbove, score_x100 }, index) => ({
    isFarAbove,
    score_x100: content.scores?.[index]?.score_x100 ?? score_x100,
  }))
  return checkOverReview(content, shown)
}

/** Scored, but on a target that hardly is one. */
function doubtfulRows({ rows }: SelfFigures): Finding[] {
  return rows.flatMap(({ doubt }, row) => {
    const where = { section: 'scores', field: 'scores', row }
    return doubt === null
      ? []
      : [found(EVA_003, `第 ${row + 1} 行${doubt}，请核对指标值。`, where, 'warning')]
  })
}

/** Rows that cannot be scored yet: what is missing, in the words of the rule. */
function openRows({ rows }: SelfFigures): Finding[] {
  return rows.flatMap(({ problem }, row) =>
    problem === null
      ? []
      : [
          found(
            EVA_003,
            `第 ${row + 1} 行${problem}。`,
            { section: 'scores', field: 'scores', row },
            'error',
          ),
        ],
  )
}

/** By how much each row far above its target exceeds it; the others are not asked about. */
function excesses({ rows, targets }: SelfFigures): (Decimal | undefined)[] {
  return rows.map(({ isFarAbove }, index) => {
    const { value, actual } = targets[index] ?? {}
    const goal = findDecimal(value)
    const reached = findDecimal(actual)
    return isFarAbove && goal && reached ? reached.minus(goal).div(goal) : undefined
  })
}

/** A score above what the rules give stands, but is shown to whoever reviews the form. */
function ownScores({ scores }: EvaluationSelfContent, { rows }: SelfFigures): Finding[] {
  return (scores ?? []).flatMap((row, index) => {
    const computed = rows[index]?.score_x100 ?? null
    const isAbove = computed !== null && (row.score_x100 ?? 0) > computed
    const where = { section: 'scores', field: 'scores', row: index, column: 'score_x100' }
    const message = `“${row.name ?? ''}”自评得分高于按规则计算的得分，请核对；确有依据的在“偏差原因”中说明。`
    return foundIf(isAbove, EVA_003, message, where, 'warning')
  })
}
