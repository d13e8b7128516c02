import type { RuleHeader } from '../../../shared/rule-header.ts'
import { EVA_111 } from './composition.ts'
import { EVA_114 } from './confirmation.ts'
import { EVA_112 } from './conflict.ts'
import { EVA_113 } from './pledge.ts'

export * from './composition.ts'
export * from './confirmation.ts'
export * from './conflict.ts'
export * from './pledge.ts'

/** The checks on groups that evaluate without an institution, for the catalogue of rules. */
export const groupChecks: readonly RuleHeader[] = [EVA_111, EVA_112, EVA_113, EVA_114]
