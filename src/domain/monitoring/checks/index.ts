import type { RuleHeader } from '../../shared/rule-header.ts'
import { MON_101 } from './both-halves.ts'
import { MON_102 } from './causes.ts'
import { MON_103 } from './correction.ts'
import { MON_106 } from './execution-figures.ts'
import { MON_105 } from './field-checks.ts'
import { MON_107 } from './finding-opinion.ts'
import { MON_108 } from './finding-plan.ts'
import { MON_104 } from './verdict.ts'
import { MON_901 } from './verified-amount.ts'

export * from './both-halves.ts'
export * from './causes.ts'
export * from './correction.ts'
export * from './execution-figures.ts'
export * from './field-checks.ts'
export * from './finding-opinion.ts'
export * from './finding-plan.ts'
export * from './lights.ts'
export * from './verdict.ts'
export * from './verified-amount.ts'

/** The checks of this stage, for the catalogue of rules. */
export const monitoringChecks: readonly RuleHeader[] = [
  MON_101,
  MON_102,
  MON_103,
  MON_104,
  MON_105,
  MON_106,
  MON_107,
  MON_108,
  MON_901,
]
