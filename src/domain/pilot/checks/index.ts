import type { RuleHeader } from '../../shared/rule-header.ts'
import { PIL_170, PIL_171, PIL_172, PIL_173, PIL_174 } from './blueprint.ts'
import { PIL_175, PIL_176 } from './blueprint-use.ts'
import { PIL_104 } from './completeness.ts'
import { PIL_103 } from './executors.ts'
import { PIL_102 } from './quota.ts'
import { PIL_101 } from './selection.ts'
import { PIL_105 } from './verdict.ts'

export * from './blueprint.ts'
export * from './blueprint-use.ts'
export * from './completeness.ts'
export * from './executors.ts'
export * from './quota.ts'
export * from './selection.ts'
export * from './verdict.ts'

/** The checks of the pilot, for the catalogue of rules. */
export const pilotChecks: readonly RuleHeader[] = [
  ...[PIL_101, PIL_102, PIL_103, PIL_104, PIL_105],
  ...[PIL_170, PIL_171, PIL_172, PIL_173, PIL_174, PIL_175, PIL_176],
]
