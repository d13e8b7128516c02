import { budgetDecision } from '../../domain/results/index.ts'
import { defineAct } from '../records/act.ts'

/** 提出预算安排建议. */
export const proposeDecision = defineAct(budgetDecision, 'propose')

/** 作出决定. */
export const decideBudget = defineAct(budgetDecision, 'decide')
