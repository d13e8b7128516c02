import type { ParameterReader } from '../../rules/parameter-values.ts'
import { computeDeadline, type Deadline } from '../../shared/deadline.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const EVA_014: RuleHeader = {
  id: 'EVA-014',
  name: '被评价单位反馈意见期限',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('jiheng-default'),
  parameters: ['evaluation.exchange_reply_days', 'budget.working_days'],
}

/** EVA-014: by when the evaluated unit must answer the draft; afterwards silence counts as no objection. */
export function computeExchangeDeadline(sentOn: string, rules: ParameterReader): Deadline {
  const days = rules.value('evaluation.exchange_reply_days')
  return computeDeadline(EVA_014, { label: '征求意见稿送达日', on: sentOn }, days, rules)
}
