import type { MonitoringRoundContent } from '../../forms/contents.ts'
import { found } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import { findFen, formatWanYuan } from '../../shared/money.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** MON-106 执行数据合理性: the year cannot end with less than is already paid; spending above budget is shown. */
export const MON_106: RuleHeader = {
  id: 'MON-106',
  name: '执行数据合理性',
  stage: 'monitoring',
  kind: 'check',
  severity: 'error',
  source: cite('cz-2019-136', '附件 项目资金'),
}

export function checkExecutionFigures({ execution }: MonitoringRoundContent): Finding[] {
  return (execution ?? []).flatMap((row, index) => {
    const adjusted = findFen(row.adjusted_fen)
    const paid = findFen(row.paid_fen)
    const expected = findFen(row.expected_fen)
    const where = { section: 'execution', field: 'execution', row: index }
    const findings: Finding[] = []
    if (paid !== undefined && expected !== undefined && expected < paid) {
      const message = `全年预计执行数 ${formatWanYuan(expected)} 万元小于已执行数 ${formatWanYuan(paid)} 万元，请核对。`
      findings.push(found(MON_106, message, { ...where, column: 'expected_fen' }))
    }
    if (paid !== undefined && adjusted !== undefined && paid > adjusted) {
      const message = `已执行数 ${formatWanYuan(paid)} 万元超过调整后预算 ${formatWanYuan(adjusted)} 万元，请核对或说明超预算支出。`
      findings.push(found(MON_106, message, { ...where, column: 'paid_fen' }, 'warning'))
    }
    return findings
  })
}
