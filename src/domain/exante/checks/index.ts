import type { RuleHeader } from '../../shared/rule-header.ts'
import { EXA_102 } from './affordability-sheet.ts'
import { EXA_106 } from './conclusion-money.ts'
import { EXA_107 } from './deadline.ts'
import { EXA_108 } from './independence.ts'
import { EXA_101 } from './materials.ts'
import { EXA_103 } from './raters.ts'
import { EXA_104 } from './score-sheet.ts'
import { EXA_109 } from './spread-note.ts'
import { EXA_105 } from './veto.ts'

export { checkAffordabilitySheet } from './affordability-sheet.ts'
export { checkConclusionMoney } from './conclusion-money.ts'
export { checkConclusionDate } from './deadline.ts'
export { checkIndependence } from './independence.ts'
export { checkMaterials } from './materials.ts'
export { checkExpertsNamed, checkScoresIn } from './raters.ts'
export { checkScoreSheet } from './score-sheet.ts'
export { checkSpreadNote } from './spread-note.ts'
export { checkVeto } from './veto.ts'

/** The checks of this stage, for the catalogue of rules. */
export const exanteChecks: readonly RuleHeader[] = [
  EXA_101,
  EXA_102,
  EXA_103,
  EXA_104,
  EXA_105,
  EXA_106,
  EXA_107,
  EXA_108,
  EXA_109,
]
