import { budgetLine } from '../../domain/project/index.ts'
import { RES_911 } from '../../domain/results/index.ts'
import { foundIf } from '../../domain/shared/check.ts'
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

/** 特批安排: the leader lets money be arranged although rectification is overdue; there must be some. */
export const permitArrangement = defineAct(budgetLine, 'permit', {
  gate: async (context, data) => {
    const { overdueTasks } = await budgetSurroundings(context, data)
    const message = '本项目没有逾期的整改，不需要特批，请直接由业务股安排。'
    return foundIf(overdueTasks === 0, RES_911, message)
  },
})
