import type { RuleHeader } from '../../shared/rule-header.ts'
import { disclosureDateHeader } from './disclosure-date.ts'
import { indicatorSetHeader } from './indicator-set.ts'
import { indicatorValuesHeader } from './indicator-values.ts'
import { measurabilityHeader } from './measurability.ts'
import { targetMoneyHeader } from './money.ts'
import { reviewOpinionsHeader } from './review-opinions.ts'
import { reviewOutcomeHeader } from './review-outcome.ts'
import { satisfactionHeader } from './satisfaction.ts'
import { weightsHeader } from './weights.ts'

export { checkDisclosureDate } from './disclosure-date.ts'
export { checkIndicatorSet } from './indicator-set.ts'
export { checkIndicatorValues } from './indicator-values.ts'
export { checkMeasurability } from './measurability.ts'
export { checkTargetMoney } from './money.ts'
export { checkReviewOpinions } from './review-opinions.ts'
export { checkReviewOutcome } from './review-outcome.ts'
export { checkSatisfaction } from './satisfaction.ts'
export { checkWeights } from './weights.ts'

/** The checks of this stage, for the catalogue of rules. */
export const targetsChecks: readonly RuleHeader[] = [
  indicatorSetHeader,
  satisfactionHeader,
  weightsHeader,
  indicatorValuesHeader,
  targetMoneyHeader,
  measurabilityHeader,
  reviewOpinionsHeader,
  reviewOutcomeHeader,
  disclosureDateHeader,
]
