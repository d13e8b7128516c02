import { budgetLine } from '../../domain/project/index.ts'
import { defineBegin } from '../records/begin-record.ts'
import type { StageModule } from '../records/stage-module.ts'
import { applyBudget } from './apply-budget.ts'
import { arrangeBudget } from './arrange-budget.ts'
import { budgetLineBehaviour } from './budget-line-behaviour.ts'
import { returnBudget, unarrangeBudget } from './plain-acts.ts'

export { budgetLineBehaviour }

/** 项目预算: what the product mounts of it. */
export const projectModule: StageModule = {
  behaviours: [budgetLineBehaviour],
  begins: [defineBegin(budgetLine, budgetLineBehaviour)],
  acts: [applyBudget, arrangeBudget, returnBudget, unarrangeBudget],
  others: [],
}
