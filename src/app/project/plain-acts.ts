import { budgetLine } from '../../domain/project/index.ts'
import { defineAct } from '../records/act.ts'

/** Acts that only move the record: the workflow table says all there is to say about them. */
export const returnBudget = defineAct(budgetLine, 'return')
export const unarrangeBudget = defineAct(budgetLine, 'unarrange')
