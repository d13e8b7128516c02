import type { MonitoringRoundContent } from '../../forms/contents.ts'
import { found, foundIf, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import { findFen } from '../../shared/money.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** MON-101 双监控两项齐报: money and indicators together or not at all; that is what 双 means. */
export const MON_101: RuleHeader = {
  id: 'MON-101',
  name: '双监控两项齐报',
  stage: 'monitoring',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（三）双监控'),
}

/** Each fund and each indicator has its figure; an indicator may answer in words. */
export function checkBothHalves(content: MonitoringRoundContent): Finding[] {
  return [...checkMoney(content), ...checkIndicators(content)]
}

function checkMoney({ execution }: MonitoringRoundContent): Finding[] {
  const where = { section: 'execution', field: 'execution' }
  const rows = execution ?? []
  const filled = rows.filter((row) => findFen(row.paid_fen) !== undefined)
  const message = '预算执行情况还没有填全，双监控须同时报送资金执行和指标完成情况，请补充。'
  return foundIf(rows.length === 0 || filled.length < rows.length, MON_101, message, where)
}

function checkIndicators({ progress }: MonitoringRoundContent): Finding[] {
  const rows = progress ?? []
  const where = { section: 'progress', field: 'progress' }
  if (rows.length === 0) return [found(MON_101, '没有绩效指标完成情况，请先批复绩效目标再开展监控。', where)]
  return rows.flatMap((row, index) =>
    foundIf(
      !isWritten(row.actual) && !isWritten(row.actualText),
      MON_101,
      `“${row.name ?? ''}”没有完成情况，请填写；尚未开始的写明“未开始”。`,
      { ...where, row: index, column: 'actual' },
    ),
  )
}
