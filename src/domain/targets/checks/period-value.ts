import type { TargetsSheetContent, TargetsSheetIndicatorsRow } from '../../forms/contents.ts'
import { found, isWritten } from '../../shared/check.ts'
import { findDecimal } from '../../shared/decimal.ts'
import type { Finding, Severity } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** TGT-153 实施期指标值: the form asks for the whole period beside the year; the year lies within it. */
export const TGT_153: RuleHeader = {
  id: 'TGT-153',
  name: '实施期指标值与年度指标值',
  stage: 'targets',
  kind: 'check',
  severity: 'error',
  source: cite('cz-2015-88', '附件 绩效指标（实施期、年度两栏）'),
}

/** A cumulative year above its period is wrong; a period that is missing over several years is advised of. */
export function checkPeriodValues(content: TargetsSheetContent): Finding[] {
  const { periodStart, periodEnd, indicators } = content
  const isLong = isWritten(periodStart) && isWritten(periodEnd) && yearOf(periodStart) !== yearOf(periodEnd)
  return (indicators ?? []).flatMap((row, index) => {
    const fault = faultOf(row, isLong)
    if (!fault) return []
    const name = isWritten(row.name) ? `“${row.name}”` : `第 ${index + 1} 行指标`
    const where = { section: 'indicators', field: 'indicators', row: index, column: 'periodValue' }
    return [found(TGT_153, `${name}${fault.what}`, where, fault.severity)]
  })
}

function faultOf(
  row: TargetsSheetIndicatorsRow,
  isLong: boolean,
): { what: string; severity: Severity } | undefined {
  const period = findDecimal(row.periodValue)
  const annual = findDecimal(row.value)
  const isAdded = row.accumulation === 'cumulative' && row.operator !== 'le' && row.operator !== 'lt'
  if (row.kind === 'quant' && isAdded && period && annual?.gt(period)) {
    return { what: '的年度指标值大于实施期指标值，请核对。', severity: 'error' }
  }
  const isBlank = !isWritten(row.periodValue) && !isWritten(row.periodText)
  if (isLong && isBlank && row.kind === 'quant' && isAdded) {
    return { what: '没有填写实施期指标值；项目跨年实施，请补充全周期要达到的数。', severity: 'warning' }
  }
  return undefined
}

function yearOf(day: string | null | undefined): string {
  return (day ?? '').slice(0, 4)
}
