import type { EvaluationFinanceContent } from '../../forms/contents.ts'
import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import { findFen } from '../../shared/money.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** EVA-105 评价资金: nobody receives more than the budget or spends more than was received unseen. */
export const EVA_105: RuleHeader = {
  id: 'EVA-105',
  name: '评价资金数据',
  stage: 'evaluation',
  kind: 'check',
  severity: 'warning',
  source: cite('cz-2020-10', '附件2 资金管理'),
}

export function checkFinanceMoney(content: EvaluationFinanceContent): Finding[] {
  const budget = findFen(content.budget_fen)
  const received = findFen(content.received_fen)
  const spent = findFen(content.spent_fen)
  return [
    ...foundIf(
      budget !== undefined && received !== undefined && received > budget,
      EVA_105,
      '实际到位资金大于预算资金，请核对或在评价结论中说明。',
      { section: 'money', field: 'received_fen' },
    ),
    ...foundIf(
      received !== undefined && spent !== undefined && spent > received,
      EVA_105,
      '实际支出资金大于实际到位资金，请核对或在评价结论中说明。',
      { section: 'money', field: 'spent_fen' },
    ),
  ]
}
