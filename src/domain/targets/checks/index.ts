import type { TargetsSheetContent } from '../../forms/contents.ts'
import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { checkCatalogue, TGT_154 } from './catalogue.ts'
import { TGT_113 } from './adjustment-request.ts'
import { TGT_301 } from './adjustment-window.ts'
import { TGT_109 } from './disclosure-date.ts'
import { TGT_304 } from './disclosed-file.ts'
import { TGT_112 } from './disclosure-proof.ts'
import { checkIndicatorSet, TGT_101 } from './indicator-set.ts'
import { checkIndicatorValues, TGT_104 } from './indicator-values.ts'
import { TGT_110 } from './joint-review.ts'
import { TGT_114 } from './last-year.ts'
import { checkMeasurability, TGT_106 } from './measurability.ts'
import { TGT_141 } from './library-content.ts'
import { TGT_143 } from './library-lock.ts'
import { TGT_142 } from './library-twin.ts'
import { checkTargetMoney, TGT_105 } from './money.ts'
import { checkOutputPlan, TGT_152 } from './output-plan.ts'
import { TGT_151 } from './owner.ts'
import { checkPeriodValues, TGT_153 } from './period-value.ts'
import { TGT_111 } from './refusal.ts'
import { TGT_306 } from './review-complete.ts'
import { TGT_305 } from './review-findings.ts'
import { TGT_107 } from './review-opinions.ts'
import { TGT_108 } from './review-outcome.ts'
import { checkSatisfaction, TGT_102 } from './satisfaction.ts'
import { checkWeights, TGT_103 } from './weights.ts'
import { TGT_161 } from './whole-money.ts'
import { TGT_162 } from './whole-projects.ts'
import { TGT_303 } from './withheld.ts'

export * from './adjustment-request.ts'
export * from './adjustment-window.ts'
export * from './disclosed-file.ts'
export * from './catalogue.ts'
export * from './disclosure-date.ts'
export * from './disclosure-proof.ts'
export * from './indicator-set.ts'
export * from './indicator-values.ts'
export * from './joint-review.ts'
export * from './last-year.ts'
export * from './library-content.ts'
export * from './library-lock.ts'
export * from './library-twin.ts'
export * from './measurability.ts'
export * from './money.ts'
export * from './office-targets.ts'
export * from './output-plan.ts'
export * from './owner.ts'
export * from './period-value.ts'
export * from './refusal.ts'
export * from './review-complete.ts'
export * from './review-findings.ts'
export * from './review-opinions.ts'
export * from './review-outcome.ts'
export * from './satisfaction.ts'
export * from './weights.ts'
export * from './whole-money.ts'
export * from './whole-projects.ts'
export * from './withheld.ts'

/** The checks of this stage, for the catalogue of rules. */
export const targetsChecks: readonly RuleHeader[] = [
  TGT_101,
  TGT_102,
  TGT_103,
  TGT_104,
  TGT_105,
  TGT_106,
  TGT_107,
  TGT_108,
  TGT_109,
  TGT_110,
  TGT_111,
  TGT_112,
  TGT_113,
  TGT_114,
  TGT_141,
  TGT_142,
  TGT_143,
  TGT_301,
  TGT_303,
  TGT_304,
  TGT_305,
  TGT_306,
  TGT_151,
  TGT_152,
  TGT_153,
  TGT_154,
  TGT_161,
  TGT_162,
]

/**
 * Everything a unit's declaration must pass, and what it is advised of.
 * @param sheet.projectName to find indicators that only repeat it
 */
export function checkTargetSheet(
  sheet: { readonly content: TargetsSheetContent; readonly projectName: string },
  rules: ParameterReader,
): Finding[] {
  const { content, projectName } = sheet
  return [
    ...checkTargetMoney(content),
    ...checkIndicatorSet(content),
    ...checkCatalogue(content, 'project', rules),
    ...checkSatisfaction(content),
    ...checkWeights(content, rules),
    ...checkIndicatorValues(content),
    ...checkPeriodValues(content),
    ...checkOutputPlan(content),
    ...checkMeasurability(content, projectName, rules),
  ]
}
