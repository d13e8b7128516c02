import type { RuleHeader } from '../../shared/rule-header.ts'
import { formatBp, formatPercent } from '../../shared/ratio.ts'
import { cite } from '../../shared/sources.ts'
import { nameRow, reportRow } from '../finding.ts'
import { hasNoReason } from '../read/cells.ts'
import type { ReportFinding } from '../report.ts'
import { sideBySide } from '../score/judge.ts'
import type { Study } from '../study.ts'

/** CHK-OVER-ACHIEVED 超额过多未说明: a target set too low hides as a success. */
export const CHK_OVER_ACHIEVED: RuleHeader = {
  id: 'CHK-OVER-ACHIEVED',
  name: '超额完成过多未说明原因',
  stage: 'doctor',
  kind: 'check',
  severity: 'warning',
  source: cite('cz-2020-10', '附件1填报说明（超出指标值较多的须分析原因）'),
  parameters: ['evaluation.over_achievement_flag'],
}

export function checkOverAchieved({ table, rows, rules }: Study): ReportFinding[] {
  if (table.isOcr) return []
  const { ratio_bp } = rules.value('evaluation.over_achievement_flag').value
  return rows.flatMap((row) => {
    const { comparison } = row
    if (comparison.is !== 'numbers' || !/^(ge|gt|eq)$/.test(comparison.operator)) return []
    if (!hasNoReason(row.row.reason) || comparison.target.lte(0)) return []
    const over = comparison.actual.minus(comparison.target).div(comparison.target)
    if (over.times(10_000).lte(ratio_bp)) return []
    const message = `${nameRow(row)}${sideBySide(row)}，超过目标 ${formatPercent(over)}，多于 ${formatBp(ratio_bp)}，没有说明原因。请说明是工作超额还是目标定低了。`
    return [reportRow(CHK_OVER_ACHIEVED, row, 'deviation_reason', message)]
  })
}
