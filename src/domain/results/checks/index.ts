import type { RuleHeader } from '../../shared/rule-header.ts'
import { RES_104 } from './budget-decision.ts'
import { RES_105 } from './disclosure.ts'
import { RES_113 } from './follow-up.ts'
import { RES_101 } from './notice.ts'
import { RES_112 } from './recoveries.ts'
import { RES_110, RES_111 } from './task-change.ts'
import { RES_103 } from './task-content.ts'
import { RES_102 } from './tasks.ts'

export * from './budget-decision.ts'
export * from './disclosure.ts'
export * from './follow-up.ts'
export * from './notice.ts'
export * from './recoveries.ts'
export * from './task-change.ts'
export * from './task-content.ts'
export * from './tasks.ts'

/** The checks of this stage, for the catalogue of rules. */
export const resultsChecks: readonly RuleHeader[] = [
  ...[RES_101, RES_102, RES_103, RES_104, RES_105],
  ...[RES_110, RES_111, RES_112, RES_113],
]
