import type { RuleHeader } from '../../shared/rule-header.ts'
import { EXA_102 } from './affordability-sheet.ts'
import { conflictChecks } from './conflicts/index.ts'
import { EXA_106 } from './conclusion-money.ts'
import { EXA_107 } from './deadline.ts'
import { EXA_131, EXA_132 } from './draw-plan.ts'
import { EXA_110 } from './expert-entry.ts'
import { EXA_108 } from './independence.ts'
import { EXA_112 } from './lead-expert.ts'
import { EXA_151 } from './leader-decision.ts'
import { EXA_101 } from './materials.ts'
import { EXA_111 } from './panel-drawn.ts'
import { EXA_103 } from './raters.ts'
import { EXA_057, EXA_058 } from './rubric.ts'
import { EXA_104 } from './score-sheet.ts'
import { EXA_109 } from './spread-note.ts'
import { EXA_105 } from './veto.ts'

export * from './affordability-sheet.ts'
export * from './conclusion-money.ts'
export * from './conflicts/index.ts'
export * from './deadline.ts'
export * from './draw-plan.ts'
export * from './expert-entry.ts'
export * from './independence.ts'
export * from './lead-expert.ts'
export * from './leader-decision.ts'
export * from './materials.ts'
export * from './panel-drawn.ts'
export * from './raters.ts'
export * from './rubric.ts'
export * from './score-sheet.ts'
export * from './spread-note.ts'
export * from './veto.ts'

/** The checks of this stage, for the catalogue of rules. */
export const exanteChecks: readonly RuleHeader[] = [
  EXA_057,
  EXA_058,
  EXA_101,
  EXA_102,
  EXA_103,
  EXA_104,
  EXA_105,
  EXA_106,
  EXA_107,
  EXA_108,
  EXA_109,
  EXA_110,
  EXA_111,
  EXA_112,
  ...conflictChecks,
  EXA_131,
  EXA_132,
  EXA_151,
]
