import type { ParameterReader } from '../../rules/parameter-values.ts'
import { found } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { computeQuota } from '../compute/quota.ts'

/** PIL-102 试点项目数: one or two a jurisdiction; none closes acceptance, more is seen. */
export const PIL_102: RuleHeader = {
  id: 'PIL-102',
  name: '每个市、县（区）的试点项目数',
  stage: 'pilot',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '二、（一）'),
  parameters: ['pilot.projects_per_jurisdiction'],
}

/** @param projects of the jurisdiction, the one just being proposed included */
export function checkQuota(projects: number, rules: ParameterReader): Finding[] {
  const { state, explanation } = computeQuota(projects, rules)
  if (state === 'within') return []
  return [found(PIL_102, explanation.sentence, {}, state === 'below' ? 'error' : 'warning')]
}
