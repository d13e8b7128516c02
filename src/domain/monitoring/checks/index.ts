import type { RuleHeader } from '../../shared/rule-header.ts'
import { MON_101 } from './both-halves.ts'
import { MON_102 } from './causes.ts'
import { MON_103 } from './correction.ts'
import { MON_106 } from './execution-figures.ts'
import { MON_105 } from './field-checks.ts'
import { MON_107 } from './finding-opinion.ts'
import { MON_108 } from './finding-plan.ts'
import { MON_031 } from './extended-content.ts'
import { MON_030 } from './field-records.ts'
import { MON_032 } from './judgements.ts'
import { MON_034 } from './standing-committee.ts'
import { MON_033 } from './transfers.ts'
import { MON_104 } from './verdict.ts'
import { MON_901 } from './verified-amount.ts'

export * from './both-halves.ts'
export * from './causes.ts'
export * from './correction.ts'
export * from './execution-figures.ts'
export * from './extended-content.ts'
export * from './field-checks.ts'
export * from './field-records.ts'
export * from './finding-opinion.ts'
export * from './finding-plan.ts'
export * from './judgements.ts'
export * from './lights.ts'
export * from './standing-committee.ts'
export * from './transfers.ts'
export * from './verdict.ts'
export * from './verified-amount.ts'

/** The checks of this stage, for the catalogue of rules. */
export const monitoringChecks: readonly RuleHeader[] = [
  MON_030,
  MON_031,
  MON_032,
  MON_033,
  MON_034,
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
