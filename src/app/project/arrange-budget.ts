import { budgetLine } from '../../domain/project/index.ts'
import { findRecord, findRecords } from '../../storage/record-repository.ts'
import type { Context } from '../kernel/context.ts'
import { defineAct } from '../records/act.ts'
import type { RecordData } from '../records/record-data.ts'
import { arrangementFindings, budgetSurroundings } from './assess-budget.ts'

/** 安排预算: closed to whatever was not evaluated, has no reviewed target or owes rectification. */
export const arrangeBudget = defineAct(budgetLine, 'arrange', {
  gate: async (context, data) => {
    await holdTarget(context, data)
    return arrangementFindings(data.content, await budgetSurroundings(context, data))
  },
})

/** The target the money is given for stays as it is read until this act is through. */
async function holdTarget(context: Context, { project }: RecordData): Promise<void> {
  if (!project) return
  const where = { jurisdictionId: project.jurisdictionId, projectId: project.id }
  const sheet = (await findRecords(context.db, { ...where, kind: 'targets.sheet' })).at(-1)
  if (sheet) await findRecord(context.db, sheet.id, { isLocked: true })
}
