import type { ParameterReader } from '../../rules/parameter-values.ts'
import { foundIf, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { computeQuota } from '../compute/quota.ts'

/** PIL-124 超过项目数的理由: one project more than the plan asks for needs a written reason. */
export const PIL_124: RuleHeader = {
  id: 'PIL-124',
  name: '超过项目数的理由',
  stage: 'pilot',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '二、（一）选择1-2个重点项目'),
  parameters: ['pilot.projects_per_jurisdiction'],
}

/** @param projects of the jurisdiction in the pilot or on their way into it, this one included */
export function checkOverQuota(
  projects: number,
  reason: string | null | undefined,
  rules: ParameterReader,
): Finding[] {
  const { state } = computeQuota(projects, rules)
  const { maximum } = rules.value('pilot.projects_per_jurisdiction').value
  return foundIf(
    state === 'above' && !isWritten(reason),
    PIL_124,
    `本地区试点项目已有${projects}个，超过${maximum}个，请写明超过的理由，或者减少项目。`,
    { section: 'criteria', field: 'overQuotaReason' },
  )
}
