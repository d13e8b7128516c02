import type {
  TargetsDepartmentWholeContent,
  TargetsPolicyContent,
  TargetsSheetContent,
} from '../../forms/contents.ts'
import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Finding } from '../../shared/finding.ts'
import { checkCatalogue } from './catalogue.ts'
import { checkIndicatorSet } from './indicator-set.ts'
import { checkIndicatorValues } from './indicator-values.ts'
import { checkTargetMoney } from './money.ts'
import { checkSatisfaction } from './satisfaction.ts'
import { checkWeights } from './weights.ts'
import { checkWholeMoney } from './whole-money.ts'
import { checkWholeProjects, type OfficeProject } from './whole-projects.ts'

type Indicators = Pick<TargetsSheetContent, 'indicators' | 'noSatisfactionReason'>

/** Everything a department's declaration of its whole spending must pass. */
export function checkDepartmentWhole(
  content: TargetsDepartmentWholeContent,
  projects: readonly OfficeProject[],
  rules: ParameterReader,
): Finding[] {
  return [
    ...checkWholeMoney(content),
    ...checkWholeProjects(content, projects),
    ...checkIndicators(content),
    ...checkCatalogue(content, 'departmentWhole', rules),
  ]
}

/** Everything the declaration of a policy's targets must pass: what a project's must, and the same weights. */
export function checkPolicyTarget(content: TargetsPolicyContent, rules: ParameterReader): Finding[] {
  return [
    ...checkTargetMoney(content),
    ...checkIndicators(content),
    ...checkCatalogue(content, 'policy', rules),
    ...checkWeights(content, rules),
  ]
}

function checkIndicators(content: Indicators): Finding[] {
  return [...checkIndicatorSet(content), ...checkSatisfaction(content), ...checkIndicatorValues(content)]
}
