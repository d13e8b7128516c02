import {
  computeExit,
  EXIT_REASONS,
  EXIT_RECOMMENDATIONS,
  isSettledExit,
} from '../../../domain/results/compute/index.ts'
import { exitList } from '../../../domain/results/index.ts'
import type { Explanation } from '../../../domain/shared/explanation.ts'
import type { Grade } from '../../../domain/shared/grade.ts'
import {
  type ExitEntryRow,
  findExitEntries,
  findTerms,
  type TermRow,
} from '../../../storage/exit-repository.ts'
import type { Context } from '../../kernel/context.ts'

export type ExitItem = Omit<TermRow, 'grade'> & {
  readonly grade: Grade | null
  readonly reasons: string
  readonly recommendation: string
  readonly explanation: Explanation
  /** Its row of the newest list that has it. */
  readonly listed: ExitEntryRow | undefined
  /** Nothing is to be decided about it now. */
  readonly isSettled: boolean
}

/** What stands on the exit list of a place today: projects and policies, the earliest end first. */
export async function exitItems(context: Context, jurisdictionId: string): Promise<ExitItem[]> {
  const { today } = context
  const fiscalYear = Number(today.slice(0, 4))
  const rules = context.rules.at({ date: today, jurisdiction: jurisdictionId, fiscalYear })
  const sinceYear = fiscalYear - rules.value('results.exit_list').value.keepYears
  const rows = await findTerms(context.db, { jurisdictionId, fiscalYear, sinceYear })
  const entries = await findExitEntries(context.db, jurisdictionId)
  const listedBy = new Map(entries.map((entry) => [entry.subjectId, entry]))
  return rows.flatMap((row): ExitItem[] => {
    const grade = row.grade as Grade | null
    const exit = computeExit({ ...row, grade, isEarmarkedFund: row.isPolicy, today }, rules)
    if (exit.recommendation === null) return []
    const listed = listedBy.get(row.subjectId)
    return [
      {
        ...row,
        grade,
        reasons: exit.reasons.map((reason) => EXIT_REASONS[reason]).join('、'),
        recommendation: EXIT_RECOMMENDATIONS[exit.recommendation],
        explanation: exit.explanation,
        listed,
        isSettled: isSettledExit(listed && saidBy(listed), { periodEnd: row.periodEnd, today }),
      },
    ]
  })
}

function saidBy({ state, row }: ExitEntryRow) {
  const { decision } = row
  return {
    isDecided: exitList.workflow.states[state]?.isFinal ?? false,
    decision: typeof decision === 'string' ? decision : null,
  }
}
