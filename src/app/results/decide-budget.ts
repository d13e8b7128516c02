import { budgetDecision } from '../../domain/results/index.ts'
import { defineAct } from '../records/act.ts'
import { checkDecision } from './decision-behaviour.ts'

/** 提出预算安排建议. */
export const proposeDecision = defineAct(budgetDecision, 'propose', { gate: checkDecision })

/** 作出决定. */
export const decideBudget = defineAct(budgetDecision, 'decide', { gate: checkDecision })
