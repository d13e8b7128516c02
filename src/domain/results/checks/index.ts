import type { RuleHeader } from '../../shared/rule-header.ts'
import { RES_104 } from './budget-decision.ts'
import { RES_161 } from './correction.ts'
import { RES_130 } from './decision-base.ts'
import { RES_131 } from './decision-memo.ts'
import { RES_105 } from './disclosure.ts'
import { RES_160 } from './redaction.ts'
import { RES_113 } from './follow-up.ts'
import { RES_101 } from './notice.ts'
import { RES_112 } from './recoveries.ts'
import { RES_110, RES_111 } from './task-change.ts'
import { RES_150, RES_151, RES_152 } from './report.ts'
import { RES_134 } from './exit-list.ts'
import { RES_133 } from './same-kind.ts'
import { RES_103 } from './task-content.ts'
import { RES_102 } from './tasks.ts'

export * from './budget-decision.ts'
export * from './correction.ts'
export * from './disclosure.ts'
export * from './follow-up.ts'
export * from './notice.ts'
export * from './recoveries.ts'
export * from './task-change.ts'
export * from './report.ts'
export * from './redaction.ts'
export * from './decision-base.ts'
export * from './decision-memo.ts'
export * from './exit-list.ts'
export * from './same-kind.ts'
export * from './task-content.ts'
export * from './tasks.ts'

/** The checks of this stage, for the catalogue of rules. */
export const resultsChecks: readonly RuleHeader[] = [
  ...[RES_101, RES_102, RES_103, RES_104, RES_105],
  ...[RES_150, RES_151, RES_152],
  ...[RES_160, RES_161],
  ...[RES_130, RES_131, RES_133, RES_134],
  ...[RES_110, RES_111, RES_112, RES_113],
]
