import { budgetLine } from '../../domain/project/index.ts'
import { defineBegin } from '../records/begin-record.ts'
import type { StageModule } from '../records/stage-module.ts'
import { applyBudget } from './apply-budget.ts'
import { arrangeBudget, permitArrangement } from './arrange-budget.ts'
import { budgetLineBehaviour } from './budget-line-behaviour.ts'
import { listOutOfStep, listRounds } from './list-rounds.ts'
import { beginBudgetRound, budgetRoundActs, budgetRoundBehaviour } from './round-behaviour.ts'
import { noteRoundEntry, roundFindings } from './rounds.ts'
import { returnBudget, unarrangeBudget } from './plain-acts.ts'
import { sameKindFindings } from './same-kind.ts'

export { budgetLineBehaviour, listOutOfStep, listRounds, noteRoundEntry, roundFindings, sameKindFindings }

/** 项目预算: what the product mounts of it. */
export const projectModule: StageModule = {
  behaviours: [budgetLineBehaviour, budgetRoundBehaviour],
  begins: [defineBegin(budgetLine, budgetLineBehaviour), beginBudgetRound],
  acts: [applyBudget, arrangeBudget, permitArrangement, returnBudget, unarrangeBudget, ...budgetRoundActs],
  others: [listRounds, listOutOfStep],
}
