import type { RecordKind } from '../workflow/record-kind.ts'
import { budgetDecision } from './budget-decision.ts'
import { disclosure } from './disclosure.ts'
import { rectificationNotice } from './notice.ts'
import { rectificationTask } from './task.ts'
import { rectificationTaskChange } from './task-change.ts'

export * from './problem-source.ts'
export * from './split-problems.ts'
export * from './task-due.ts'
export { budgetDecision, disclosure, rectificationNotice, rectificationTask, rectificationTaskChange }
export const resultsKinds: readonly RecordKind[] = [
  rectificationNotice,
  rectificationTask,
  rectificationTaskChange,
  budgetDecision,
  disclosure,
]
