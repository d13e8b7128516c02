import { budgetLine } from '../../domain/project/index.ts'
import { defineAct } from '../records/act.ts'
import { applicationFindings, budgetSurroundings } from './assess-budget.ts'

/** 申报预算: only together with the target, and only after the evaluation where one is due. */
export const applyBudget = defineAct(budgetLine, 'apply', {
  gate: async (context, data) => applicationFindings(data.content, await budgetSurroundings(context, data)),
})
