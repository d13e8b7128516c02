import { financeEvaluation } from '../../domain/evaluation/index.ts'
import type { EvaluationFinanceContent } from '../../domain/forms/contents.ts'
import { getRecordKind } from '../../domain/record-kinds.ts'
import { foundIf } from '../../domain/shared/check.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { updateProjectSummary } from '../../storage/project-repository.ts'
import { findRecords, type RecordRow } from '../../storage/record-repository.ts'
import type { Context } from '../kernel/context.ts'
import { defineAct } from '../records/act.ts'
import type { RecordData } from '../records/record-data.ts'
import { EVA_901 } from './gate-rules.ts'

/** 办结: only after the result is disclosed, its problems are put right and the budget has answered. */
export const closeEvaluation = defineAct(financeEvaluation, 'close', {
  gate: checkResultsApplied,
  effect: async (context, { project }) => {
    if (project) await updateProjectSummary(context.db, project, { status: 'closed' })
  },
})

/** 使用、评价、公开、应用: what is still open of the three, each with the way to it. */
export async function checkResultsApplied(context: Context, data: RecordData): Promise<Finding[]> {
  if (!data.project) return []
  const { jurisdictionId, id: projectId } = data.project
  const records = await findRecords(context.db, { jurisdictionId, projectId })
  const problems = (data.content as EvaluationFinanceContent).problems ?? []
  return [
    ...foundIf(
      !isDone(records, 'results.disclosure'),
      EVA_901,
      '评价结果还没有公开,请先在“结果应用”中办完“评价结果公开”。',
    ),
    ...foundIf(
      problems.length > 0 && !isDone(records, 'results.notice'),
      EVA_901,
      `评价发现 ${problems.length} 个问题,整改还没有全部核实,请先办结“绩效评价整改通知”。`,
    ),
    ...foundIf(
      !isDone(records, 'results.budgetDecision'),
      EVA_901,
      '评价结果还没有与预算安排挂钩,请先由业务股提出、分管领导作出“挂钩决定”。',
    ),
  ]
}

/** At least one record of the kind, and none of them unfinished. */
function isDone(records: readonly RecordRow[], kind: string): boolean {
  const { states } = getRecordKind(kind).workflow
  const own = records.filter((record) => record.kind === kind)
  return own.length > 0 && own.every((record) => states[record.state]?.isFinal)
}
