import type { RecordKind } from '../workflow/record-kind.ts'
import { budgetDecision } from './budget-decision.ts'
import { disclosure } from './disclosure.ts'
import { rectificationNotice } from './notice.ts'
import { rectificationTask } from './task.ts'

export { computeLinkageTotals, computeRectificationRate } from './compute/index.ts'
export { budgetDecision, disclosure, rectificationNotice, rectificationTask }
export const resultsKinds: readonly RecordKind[] = [
  rectificationNotice,
  rectificationTask,
  budgetDecision,
  disclosure,
]
