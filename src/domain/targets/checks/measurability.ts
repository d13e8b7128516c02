import type { TargetsSheetContent, TargetsSheetIndicatorsRow } from '../../forms/contents.ts'
import type { ParameterReader } from '../../rules/parameter-values.ts'
import { found, isWritten } from '../../shared/check.ts'
import { findDecimal } from '../../shared/decimal.ts'
import type { Finding } from '../../shared/finding.ts'
import { formatBp } from '../../shared/ratio.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** TGT-106 可衡量性提示: signs of indicators that will measure nothing. Warnings, never a gate. */
export const TGT_106: RuleHeader = {
  id: 'TGT-106',
  name: '指标可衡量性提示',
  stage: 'targets',
  kind: 'check',
  severity: 'warning',
  source: cite('jiheng-default', '指标可衡量性提示'),
  parameters: ['targets.smart_share'],
}

/** Fewer rows than this may well have the same value by chance. */
const ROWS_FOR_SAMENESS = 3

/** @param projectName compared with the indicators' names */
export function checkMeasurability(
  { indicators }: TargetsSheetContent,
  projectName: string,
  rules: ParameterReader,
): Finding[] {
  const share_bp = rules.value('targets.smart_share').value.share_bp
  const rows = indicators ?? []
  return [
    ...rows.flatMap((row, index) => checkRow(row, index, rows, projectName)),
    ...checkSameness(rows, share_bp),
  ]
}

function checkRow(
  row: TargetsSheetIndicatorsRow,
  index: number,
  rows: readonly TargetsSheetIndicatorsRow[],
  projectName: string,
): Finding[] {
  const name = row.name?.trim() ?? ''
  const at = (column: string, message: string) =>
    found(TGT_106, message, { section: 'indicators', field: 'indicators', row: index, column })
  const findings: Finding[] = []
  if (row.kind === 'quant' && isWritten(row.valueText) && !/\d/.test(row.valueText ?? '')) {
    findings.push(at('valueText', `“${name}”标为定量，指标值却没有数字，请改为定性或写明数量。`))
  }
  if (name !== '' && name === projectName.trim()) {
    findings.push(at('name', `“${name}”与项目名称相同，请写明具体要衡量的内容。`))
  }
  if (name !== '' && rows.findIndex((other) => other.name?.trim() === name) < index) {
    findings.push(at('name', `“${name}”重复出现，请合并或区分名称。`))
  }
  return findings
}

function checkSameness(rows: readonly TargetsSheetIndicatorsRow[], limit: number): Finding[] {
  const values = rows.map(shownValue).filter((value) => value !== '')
  if (values.length < ROWS_FOR_SAMENESS) return []
  const isMany = (count: number) => count * 10_000 >= limit * values.length
  const whole = values.filter((value) => value === '100%').length
  const where = { section: 'indicators', field: 'indicators' }
  if (isMany(whole)) {
    const message = `${formatBp(limit)}以上的指标值都是 100%，难以区分成效，请补充能反映项目特点的指标值。`
    return [found(TGT_106, message, where)]
  }
  const most = Math.max(...values.map((value) => values.filter((other) => other === value).length))
  const message = `${formatBp(limit)}以上的指标值相同，请逐项核对指标值。`
  return isMany(most) ? [found(TGT_106, message, where)] : []
}

function shownValue(row: TargetsSheetIndicatorsRow): string {
  const number = findDecimal(row.value)
  if (number !== undefined) return `${number.toFixed()}${row.unit?.trim() ?? ''}`
  return row.dateValue ?? row.valueText?.trim() ?? ''
}
