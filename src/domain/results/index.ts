import type { RecordKind } from '../workflow/record-kind.ts'
import { budgetDecision } from './budget-decision.ts'
import { disclosure } from './disclosure.ts'
import { applicationFollowUp } from './follow-up.ts'
import { rectificationNotice } from './notice.ts'
import { rectificationTask } from './task.ts'
import { rectificationTaskChange } from './task-change.ts'

export { RES_911 } from './gates.ts'
export * from './problem-source.ts'
export * from './responsibility.ts'
export * from './split-problems.ts'
export * from './task-due.ts'
export { applicationFollowUp }
export { budgetDecision, disclosure, rectificationNotice, rectificationTask, rectificationTaskChange }
export const resultsKinds: readonly RecordKind[] = [
  rectificationNotice,
  rectificationTask,
  rectificationTaskChange,
  applicationFollowUp,
  budgetDecision,
  disclosure,
]
