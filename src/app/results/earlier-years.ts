import { budgetDecision, isOverdueTask, rectificationTask } from '../../domain/results/index.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import { findRecordsOfCode } from '../../storage/earlier-years-repository.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'

/** What the results of a project say to the money of a year of it. */
export type EarlierYears = {
  /** Rectification overdue today, of the year itself and every earlier one. */
  readonly overdueTasks: number
  /** The newest decision taken about an earlier year. */
  readonly decided:
    | { readonly fiscalYear: number; readonly decidedOn: string; readonly next_fen: string | null }
    | undefined
}

/**
 * A project is one fiscal year: it is evaluated in the next and acts on the budget after that. So the rows of the
 * same code are read, in the place, up to and with the year of the given one.
 */
export async function findEarlierYears(
  context: Context,
  { jurisdictionId, code, fiscalYear }: Pick<ProjectRow, 'jurisdictionId' | 'code' | 'fiscalYear'>,
): Promise<EarlierYears> {
  const kinds = [rectificationTask.kind, budgetDecision.kind]
  const records = await findRecordsOfCode(context.db, { jurisdictionId, code, through: fiscalYear, kinds })
  const tasks = records.filter(({ kind }) => kind === rectificationTask.kind)
  const decision = records.find(
    (one) => one.kind === budgetDecision.kind && one.state === 'decided' && one.fiscalYear < fiscalYear,
  )
  const next = decision?.content['next_fen']
  return {
    overdueTasks: tasks.filter((task) => isOverdueTask(task, context.today)).length,
    decided: decision && {
      fiscalYear: decision.fiscalYear,
      decidedOn: dayOf(decision.stateSince),
      next_fen: typeof next === 'string' ? next : null,
    },
  }
}
