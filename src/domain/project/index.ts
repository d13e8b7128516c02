import type { RecordKind } from '../workflow/record-kind.ts'
import { budgetLine } from './budget-line.ts'
import { budgetRound } from './budget-round.ts'

export { computeBudgetChange } from './compute/budget-change.ts'
export { budgetLine, budgetRound }
export const projectKinds: readonly RecordKind[] = [budgetLine, budgetRound]
