import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { nameRow, reportRow } from '../finding.ts'
import { hasNoReason } from '../read/cells.ts'
import type { ReportFinding } from '../report.ts'
import type { Study } from '../study.ts'

/** CHK-PARTIAL-NO-REASON 扣分未说明原因. */
export const CHK_PARTIAL_NO_REASON: RuleHeader = {
  id: 'CHK-PARTIAL-NO-REASON',
  name: '扣分没有说明原因',
  stage: 'doctor',
  kind: 'check',
  severity: 'warning',
  source: cite('cz-2020-10', '附件1（偏差原因分析及改进措施）'),
}

export function checkPartialNoReason({ rows }: Study): ReportFinding[] {
  return rows.flatMap((row) => {
    const { weight, score } = row
    if (!weight || !score?.value.lt(weight.value) || !hasNoReason(row.row.reason)) return []
    const cut = weight.value.minus(score.value).toFixed()
    const message = `${nameRow(row)}分值 ${weight.value.toFixed()} 分，得 ${score.value.toFixed()} 分，扣了 ${cut} 分，“偏差原因分析及改进措施”却是空的。请写明原因和改进措施。`
    return [reportRow(CHK_PARTIAL_NO_REASON, row, 'deviation_reason', message)]
  })
}
