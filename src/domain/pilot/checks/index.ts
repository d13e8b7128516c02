import type { RuleHeader } from '../../shared/rule-header.ts'
import { PIL_120 } from './acceptance-request.ts'
import { PIL_125 } from './boundary.ts'
import { PIL_170, PIL_171, PIL_172, PIL_173, PIL_174 } from './blueprint.ts'
import { PIL_175, PIL_176 } from './blueprint-use.ts'
import { PIL_104 } from './completeness.ts'
import { PIL_126 } from './decisions.ts'
import { PIL_121, PIL_122 } from './defects.ts'
import { PIL_103 } from './executors.ts'
import { PIL_124 } from './over-quota.ts'
import { PIL_123 } from './programme.ts'
import { PIL_102 } from './quota.ts'
import { PIL_101 } from './selection.ts'
import { PIL_105 } from './verdict.ts'
import { consistencyChecks } from './consistency/index.ts'

export * from './acceptance-request.ts'
export * from './boundary.ts'
export * from './blueprint.ts'
export * from './blueprint-use.ts'
export * from './completeness.ts'
export * from './decisions.ts'
export * from './defects.ts'
export * from './executors.ts'
export * from './over-quota.ts'
export * from './programme.ts'
export * from './quota.ts'
export * from './selection.ts'
export * from './verdict.ts'

/** The checks of the pilot, for the catalogue of rules. */
export const pilotChecks: readonly RuleHeader[] = [
  ...[PIL_101, PIL_102, PIL_103, PIL_104, PIL_105],
  ...[PIL_120, PIL_121, PIL_122, PIL_123, PIL_124, PIL_125, PIL_126],
  ...consistencyChecks,
  ...[PIL_170, PIL_171, PIL_172, PIL_173, PIL_174, PIL_175, PIL_176],
]
