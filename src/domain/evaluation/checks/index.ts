import type { RuleHeader } from '../../shared/rule-header.ts'
import { EVA_108 } from './closing.ts'
import { EVA_102 } from './deviation-reason.ts'
import { EVA_101 } from './evidence.ts'
import { EVA_105 } from './finance-money.ts'
import { EVA_103 } from './over-achievement.ts'
import { EVA_107 } from './problem-list.ts'
import { EVA_104 } from './self-money.ts'
import { EVA_106 } from './unit-reply.ts'

export { checkClosing, type ClosingInput } from './closing.ts'
export { checkDeviationReasons } from './deviation-reason.ts'
export { checkEvidence } from './evidence.ts'
export { checkFinanceMoney } from './finance-money.ts'
export { checkOverAchievement } from './over-achievement.ts'
export { checkProblemList } from './problem-list.ts'
export { checkSelfMoney } from './self-money.ts'
export { checkUnitReply } from './unit-reply.ts'

/** The checks of this stage, for the catalogue of rules. */
export const evaluationChecks: readonly RuleHeader[] = [
  EVA_101,
  EVA_102,
  EVA_103,
  EVA_104,
  EVA_105,
  EVA_106,
  EVA_107,
  EVA_108,
]
