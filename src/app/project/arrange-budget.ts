import { budgetLine } from '../../domain/project/index.ts'
import { defineAct } from '../records/act.ts'

export const arrangeBudget = defineAct(budgetLine, 'arrange')
