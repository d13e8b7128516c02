import type { ProjectBudgetLineContent } from '../../domain/forms/contents.ts'
import { parseFen } from '../../domain/shared/money.ts'
import { targetSheet } from '../../domain/targets/index.ts'
import { endAssignments } from '../../storage/assignment-repository.ts'
import { type ProjectRow, updateProjectSummary } from '../../storage/project-repository.ts'
import { findRecords } from '../../storage/record-repository.ts'
import type { Context } from '../kernel/context.ts'
import { defineAct, performSystemAct } from '../records/act.ts'
import { getRecordData, storeContent } from '../records/record-data.ts'
import { approvalFindings } from './assess-sheet.ts'

/** 批复绩效目标和预算: one act, one number, one day for both; from here on the project is executed. */
export const approveTarget = defineAct(targetSheet, 'approve', {
  gate: approvalFindings,
  effect: async (context, { project }, act) => {
    if (!project) return
    const arranged_fen = await approveBudget(context, project, act.documentNumber ?? '')
    await updateProjectSummary(context.db, project, { budget_fen: arranged_fen, status: 'monitoring' })
    await endExperts(context, project)
  },
})

/** @returns the amount that was approved with the target */
async function approveBudget(context: Context, project: ProjectRow, documentNumber: string): Promise<bigint> {
  const id = await getLatestId(context, project, 'project.budgetLine')
  const line = await getRecordData(context, id, { isLocked: true })
  const content = { ...line.content, budgetDocumentNumber: documentNumber, arrangedOn: context.today }
  // Number and day first: the version that the act fixes and seals carries them.
  const version = await storeContent(context, line, content)
  const numbered = { ...line, content, record: { ...line.record, version } }
  await performSystemAct(context, numbered, 'approve', documentNumber)
  const { arranged_fen } = line.content as ProjectBudgetLineContent
  return parseFen(arranged_fen ?? '', '安排金额')
}

/** The gate has seen it: without a budget line the act does not come this far. */
async function getLatestId(
  context: Context,
  { jurisdictionId, id }: ProjectRow,
  kind: string,
): Promise<string> {
  const rows = await findRecords(context.db, { jurisdictionId, projectId: id, kind })
  const last = rows.at(-1)
  if (!last) throw new Error(`project ${id} has no ${kind}`)
  return last.id
}

/** Experts of the evaluation kept the project in view to advise on its target; that is over now. */
async function endExperts(context: Context, { jurisdictionId, id: projectId }: ProjectRow): Promise<void> {
  const evaluations = await findRecords(context.db, { jurisdictionId, projectId, kind: 'exante.evaluation' })
  for (const evaluation of evaluations) await endAssignments(context.db, evaluation, context.today)
}
