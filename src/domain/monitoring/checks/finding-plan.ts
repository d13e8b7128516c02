import type { MonitoringFindingContent } from '../../forms/contents.ts'
import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** MON-108 整改方案期限: the plan ends by the day the opinion set. */
export const MON_108: RuleHeader = {
  id: 'MON-108',
  name: '整改方案期限',
  stage: 'monitoring',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（三）紧盯部门整改情况'),
}

export function checkFindingPlan({ planDueOn, dueOn }: MonitoringFindingContent): Finding[] {
  const isLate = Boolean(planDueOn && dueOn && planDueOn > dueOn)
  const message = `计划完成日期晚于整改期限 ${dueOn}，请提前，或请财政绩效股调整期限。`
  return foundIf(isLate, MON_108, message, { section: 'plan', field: 'planDueOn' })
}
