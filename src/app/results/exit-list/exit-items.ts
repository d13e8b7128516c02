import { computeExit, EXIT_REASONS, EXIT_RECOMMENDATIONS } from '../../../domain/results/compute/index.ts'
import type { Explanation } from '../../../domain/shared/explanation.ts'
import type { Grade } from '../../../domain/shared/grade.ts'
import { findTerms, type TermRow } from '../../../storage/exit-repository.ts'
import type { Context } from '../../kernel/context.ts'

export type ExitItem = Omit<TermRow, 'grade'> & {
  readonly grade: Grade | null
  readonly reasons: string
  readonly recommendation: string
  readonly explanation: Explanation
}

/** What stands on the exit list of a place today: projects and policies, the earliest end first. */
export async function exitItems(context: Context, jurisdictionId: string): Promise<ExitItem[]> {
  const fiscalYear = Number(context.today.slice(0, 4))
  const rules = context.rules.at({ date: context.today, jurisdiction: jurisdictionId, fiscalYear })
  const rows = await findTerms(context.db, { jurisdictionId, fiscalYear })
  return rows.flatMap((row): ExitItem[] => {
    const grade = row.grade as Grade | null
    const { periodStart, periodEnd } = row
    const exit = computeExit(
      { periodStart, periodEnd, grade, isEarmarkedFund: row.isPolicy, today: context.today },
      rules,
    )
    if (exit.recommendation === null) return []
    return [
      {
        ...row,
        grade,
        reasons: exit.reasons.map((reason) => EXIT_REASONS[reason]).join('、'),
        recommendation: EXIT_RECOMMENDATIONS[exit.recommendation],
        explanation: exit.explanation,
      },
    ]
  })
}
