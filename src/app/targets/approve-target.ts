import type { ProjectBudgetLineContent } from '../../domain/forms/contents.ts'
import { parseFen } from '../../domain/shared/money.ts'
import { targetSheet } from '../../domain/targets/index.ts'
import { updateSummaryAndEndAssignments } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { defineAct, performSystemAct } from '../records/act.ts'
import { findLatestRecord, type RecordData } from '../records/record-data.ts'
import { synchronousFindings } from './assess-sheet.ts'

/** 批复绩效目标和预算: one act, one number, one day for both; from here on the project is executed. */
export const approveTarget = defineAct(targetSheet, 'approve', {
  read: async (context, { project }) =>
    project && findLatestRecord(context, project, 'project.budgetLine', { isLocked: true }),
  gate: async (_context, data, _input, line) => synchronousFindings(data, line),
  effect: async (context, { project }, act, line) => {
    // The gate has seen it: without a budget line the act does not come this far.
    if (!project || !line) return
    const arranged_fen = await approveBudget(context, line, act.documentNumber ?? '')
    const summary = { budget_fen: arranged_fen, status: 'monitoring' }
    // Experts of the evaluation kept the project in view to advise on its target; that is over now.
    const ending = { kind: 'exante.evaluation', on: context.today }
    await updateSummaryAndEndAssignments(context.db, project, summary, ending)
  },
})

/**
 * Number and day stand in the version that the act fixes and seals.
 * @returns the amount that was approved with the target
 */
async function approveBudget(context: Context, line: RecordData, documentNumber: string): Promise<bigint> {
  const content = { ...line.content, budgetDocumentNumber: documentNumber, arrangedOn: context.today }
  await performSystemAct(context, line, 'approve', { documentNumber, content })
  const { arranged_fen } = line.content as ProjectBudgetLineContent
  return parseFen(arranged_fen ?? '', '安排金额')
}
