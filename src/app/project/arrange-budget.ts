import { budgetLine } from '../../domain/project/index.ts'
import { defineAct } from '../records/act.ts'
import { arrangementFindings, budgetSurroundings } from './assess-budget.ts'

/** 安排预算: closed to whatever was not evaluated, has no reviewed target or owes rectification. */
export const arrangeBudget = defineAct(budgetLine, 'arrange', {
  gate: async (context, data) => arrangementFindings(data.content, await budgetSurroundings(context, data)),
})
