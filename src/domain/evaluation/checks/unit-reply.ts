import type { EvaluationFinanceContent } from '../../forms/contents.ts'
import { foundIf, isWritten } from '../../shared/check.ts'
import type { DateText } from '../../shared/dates.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** EVA-106 征求意见: the evaluated unit is heard before the end, and its objection is answered. */
export const EVA_106: RuleHeader = {
  id: 'EVA-106',
  name: '定稿前须征求被评价单位意见',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('cz-2020-10', '评价程序'),
  parameters: ['evaluation.exchange_reply_days'],
}

/** @param exchange.dueOn by when the unit had to answer; afterwards silence is no objection */
export function checkUnitReply(
  content: EvaluationFinanceContent,
  exchange: { readonly dueOn: DateText; readonly today: DateText },
): Finding[] {
  const isSilent = !content.replyKind
  return [
    ...foundIf(
      isSilent && exchange.today <= exchange.dueOn,
      EVA_106,
      `被评价单位还没有回复意见，回复期限为 ${exchange.dueOn}，请等待回复或期满后再定稿。`,
      { section: 'reply', field: 'replyKind' },
    ),
    ...foundIf(
      content.replyKind === 'object' && !isWritten(content.replyHandling),
      EVA_106,
      '被评价单位提出了异议，请逐条填写“单位意见采纳情况”后再定稿。',
      { section: 'conclusion', field: 'replyHandling' },
    ),
  ]
}
