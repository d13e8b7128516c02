import type { MonitoringFindingContent } from '../../forms/contents.ts'
import { foundIf } from '../../shared/check.ts'
import type { DateText } from '../../shared/dates.ts'
import type { Finding } from '../../shared/finding.ts'
import { findFen } from '../../shared/money.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** MON-107 整改和预算调剂意见: an opinion about money names the amount; its day lies ahead. */
export const MON_107: RuleHeader = {
  id: 'MON-107',
  name: '整改和预算调剂意见',
  stage: 'monitoring',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（三）提出整改和预算调剂意见'),
}

const ABOUT_MONEY = ['reallocate', 'reduce', 'recover']

/** @param idle_fen the most that may be taken back: budget less expected spending; absent when unknown */
export function checkFindingOpinion(
  content: MonitoringFindingContent,
  { today, idle_fen }: { readonly today: DateText; readonly idle_fen?: string },
): Finding[] {
  const amount = findFen(content.amount_fen)
  const isAboutMoney = ABOUT_MONEY.includes(content.opinionType ?? '')
  const idle = findFen(idle_fen)
  return [
    ...foundIf(
      isAboutMoney && (amount === undefined || amount === 0n),
      MON_107,
      '调剂、调减或收回预算须写明金额，请填写“涉及金额”。',
      { section: 'opinion', field: 'amount_fen' },
    ),
    ...foundIf(
      content.opinionType === 'recover' && amount !== undefined && idle !== undefined && amount > idle,
      MON_107,
      '拟收回金额超过预计结余，请核对；超出部分须说明来源。',
      { section: 'opinion', field: 'amount_fen' },
      'warning',
    ),
    ...foundIf(
      Boolean(content.dueOn && content.dueOn < today),
      MON_107,
      '整改期限已过，请填写今天以后的日期。',
      { section: 'opinion', field: 'dueOn' },
    ),
  ]
}
