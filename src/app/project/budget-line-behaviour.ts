import type { ProjectBudgetLineContent, ProjectEntryContent } from '../../domain/forms/contents.ts'
import type { Content } from '../../domain/forms/form.ts'
import { budgetLine } from '../../domain/project/index.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'
import { assessBudget } from './assess-budget.ts'

export const budgetLineBehaviour: RecordBehaviour = {
  kind: budgetLine.kind,
  prefill: prefillBudget,
  assess: assessBudget,
}

/** What is asked for is what the project was entered with, until the unit changes it. */
async function prefillBudget(_context: Context, project: ProjectRow | undefined): Promise<Content> {
  const { annual_fen } = (project?.content ?? {}) as ProjectEntryContent
  return (annual_fen ? { requested_fen: annual_fen } : {}) satisfies ProjectBudgetLineContent as Content
}
