import type { RuleHeader } from '../../shared/rule-header.ts'
import { ORG_203 } from './contract.ts'
import { ORG_202 } from './rotation.ts'
import { ORG_201 } from './separation.ts'

export * from './contract.ts'
export * from './rotation.ts'
export * from './separation.ts'

/** The checks on who may judge whom, for the catalogue of rules. */
export const orgChecks: readonly RuleHeader[] = [ORG_201, ORG_202, ORG_203]
