import type { RuleHeader } from '../../../shared/rule-header.ts'
import { AGE_004, AGE_005, AGE_006, AGE_010 } from './commission.ts'
import { AGE_007, AGE_008, AGE_009 } from './engagement.ts'
import { AGE_001, AGE_002 } from './entry.ts'
import { AGE_003 } from './leads.ts'

export * from './commission.ts'
export * from './engagement.ts'
export * from './entry.ts'
export * from './leads.ts'

/** The checks on institutions, for the catalogue of rules. */
export const agencyChecks: readonly RuleHeader[] = [
  AGE_001,
  AGE_002,
  AGE_003,
  AGE_004,
  AGE_005,
  AGE_006,
  AGE_007,
  AGE_008,
  AGE_009,
  AGE_010,
]
