import type { RuleHeader } from '../../shared/rule-header.ts'
import { RES_104 } from './budget-decision.ts'
import { RES_105 } from './disclosure.ts'
import { RES_101 } from './notice.ts'
import { RES_103 } from './task-content.ts'
import { RES_102 } from './tasks.ts'

export { checkBudgetDecision, type Proposal } from './budget-decision.ts'
export { checkDisclosure } from './disclosure.ts'
export { checkNotice } from './notice.ts'
export { checkTaskPlan, checkTaskReport } from './task-content.ts'
export { checkNoticeClosing, type TaskState } from './tasks.ts'

/** The checks of this stage, for the catalogue of rules. */
export const resultsChecks: readonly RuleHeader[] = [RES_101, RES_102, RES_103, RES_104, RES_105]
