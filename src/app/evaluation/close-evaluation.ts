import { checkClosing } from '../../domain/evaluation/checks/index.ts'
import { financeEvaluation } from '../../domain/evaluation/index.ts'
import type { EvaluationFinanceContent } from '../../domain/forms/contents.ts'
import { getRecordKind } from '../../domain/record-kinds.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { endAssignments } from '../../storage/assignment-repository.ts'
import { updateProjectSummary } from '../../storage/project-repository.ts'
import { findRecords, type RecordRow } from '../../storage/record-repository.ts'
import type { Context } from '../kernel/context.ts'
import { defineAct } from '../records/act.ts'
import type { RecordData } from '../records/record-data.ts'

/** 办结: only after the result is disclosed, its problems are put right and the budget has answered. */
export const closeEvaluation = defineAct(financeEvaluation, 'close', {
  gate: checkResultsApplied,
  effect: async (context, { record, project }) => {
    if (!project) return
    await updateProjectSummary(context.db, project, { status: 'closed' })
    await endAssignments(context.db, record, context.today)
  },
})

/** 使用、评价、公开、应用: what is still open of the three, each with the way to it. */
export async function checkResultsApplied(context: Context, data: RecordData): Promise<Finding[]> {
  if (!data.project) return []
  const { jurisdictionId, id: projectId } = data.project
  const records = await findRecords(context.db, { jurisdictionId, projectId })
  return checkClosing({
    isDisclosed: isDone(records, 'results.disclosure'),
    problems: (data.content as EvaluationFinanceContent).problems?.length ?? 0,
    isRectified: isDone(records, 'results.notice'),
    isBudgetDecided: isDone(records, 'results.budgetDecision'),
  })
}

/** At least one record of the kind, and none of them unfinished. */
function isDone(records: readonly RecordRow[], kind: string): boolean {
  const { states } = getRecordKind(kind).workflow
  const own = records.filter((record) => record.kind === kind)
  return own.length > 0 && own.every((record) => states[record.state]?.isFinal)
}
