import type { RuleHeader } from '../../shared/rule-header.ts'
import { RES_104 } from './budget-decision.ts'
import { RES_130 } from './decision-base.ts'
import { RES_131 } from './decision-memo.ts'
import { RES_105 } from './disclosure.ts'
import { RES_101 } from './notice.ts'
import { RES_134 } from './exit-list.ts'
import { RES_133 } from './same-kind.ts'
import { RES_103 } from './task-content.ts'
import { RES_102 } from './tasks.ts'

export * from './budget-decision.ts'
export * from './decision-base.ts'
export * from './decision-memo.ts'
export * from './disclosure.ts'
export * from './exit-list.ts'
export * from './notice.ts'
export * from './same-kind.ts'
export * from './task-content.ts'
export * from './tasks.ts'

/** The checks of this stage, for the catalogue of rules. */
export const resultsChecks: readonly RuleHeader[] = [
  RES_101,
  RES_102,
  RES_103,
  RES_104,
  RES_105,
  RES_130,
  RES_131,
  RES_133,
  RES_134,
]
