import type { ParameterReader } from '../../rules/parameter-values.ts'
import { computeDeadline, type Deadline } from '../../shared/deadline.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const TGT_004: RuleHeader = {
  id: 'TGT-004',
  name: '绩效目标公开期限',
  stage: 'targets',
  kind: 'compute',
  source: cite('law-budget', '第十四条第二款'),
  parameters: ['targets.disclosure_days'],
}

/** TGT-004: targets are published with the department budget, within 20 days of its approval. */
export function computeTargetDisclosureDeadline(approvedOn: string, rules: ParameterReader): Deadline {
  const days = rules.value('targets.disclosure_days')
  return computeDeadline(TGT_004, { label: '批复日', on: approvedOn }, days, rules)
}
