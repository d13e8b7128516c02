import type { ProjectBudgetLineContent } from '../../domain/forms/contents.ts'
import { budgetLine } from '../../domain/project/index.ts'
import { defineAct } from '../records/act.ts'
import { applicationFindings, budgetSurroundings } from './assess-budget.ts'
import { noteRoundEntry, roundFindings } from './rounds.ts'

/** 申报预算: in an open round, together with the target, and after the evaluation where one is due. */
export const applyBudget = defineAct(budgetLine, 'apply', {
  gate: async (context, data) => [
    ...(await roundFindings(context, data)),
    ...applicationFindings(data.content, await budgetSurroundings(context, data)),
  ],
  effect: async (context, data) =>
    noteRoundEntry(context, data, (data.content as ProjectBudgetLineContent).requested_fen),
})
