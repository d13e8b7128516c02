import type { RecordKind } from '../workflow/record-kind.ts'
import { budgetDecision } from './budget-decision.ts'
import { disclosure } from './disclosure.ts'
import { exitList } from './exit-list.ts'
import { rectificationNotice } from './notice.ts'
import { rectificationTask } from './task.ts'

export { budgetDecision, disclosure, exitList, rectificationNotice, rectificationTask }
export const resultsKinds: readonly RecordKind[] = [
  rectificationNotice,
  rectificationTask,
  budgetDecision,
  disclosure,
  exitList,
]
