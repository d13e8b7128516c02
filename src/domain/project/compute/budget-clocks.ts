import type { ParameterReader } from '../../rules/parameter-values.ts'
import { computeDeadline, type Deadline } from '../../shared/deadline.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const BUD_001: RuleHeader = {
  id: 'BUD-001',
  name: '财政批复部门预算期限',
  stage: 'project',
  kind: 'compute',
  source: cite('law-budget', '第五十二条'),
  parameters: ['budget.finance_reply_days'],
}

export const BUD_002: RuleHeader = {
  id: 'BUD-002',
  name: '部门批复所属单位期限',
  stage: 'project',
  kind: 'compute',
  source: cite('law-budget', '第五十二条'),
  parameters: ['budget.department_reply_days'],
}

export const BUD_003: RuleHeader = {
  id: 'BUD-003',
  name: '预算公开期限',
  stage: 'project',
  kind: 'compute',
  source: cite('law-budget', '第十四条'),
  parameters: [
    'budget.government_disclosure_days',
    'budget.department_disclosure_days',
    'budget.unit_disclosure_days',
  ],
}

/** BUD-001: finance replies to departments within 20 days of the congress's approval. */
export function computeFinanceReplyDeadline(adoptedOn: string, rules: ParameterReader): Deadline {
  const days = rules.value('budget.finance_reply_days')
  return computeDeadline(BUD_001, { label: '人民代表大会批准日', on: adoptedOn }, days, rules)
}

/** BUD-002: departments reply to their units within 15 days of receiving finance's reply. */
export function computeDepartmentReplyDeadline(receivedOn: string, rules: ParameterReader): Deadline {
  const days = rules.value('budget.department_reply_days')
  return computeDeadline(BUD_002, { label: '收到财政批复日', on: receivedOn }, days, rules)
}

/** BUD-003: each level publishes within 20 days of its own approval. */
export function computeBudgetDisclosureDeadline(
  level: 'government' | 'department' | 'unit',
  approvedOn: string,
  rules: ParameterReader,
): Deadline {
  const days = rules.value(`budget.${level}_disclosure_days`)
  return computeDeadline(BUD_003, { label: '批准或批复日', on: approvedOn }, days, rules)
}
