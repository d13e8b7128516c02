import type { TargetsSheetContent, TargetsSheetIndicatorsRow } from '../../forms/contents.ts'
import { found, isWritten } from '../../shared/check.ts'
import { Decimal, findDecimal, formatDecimal } from '../../shared/decimal.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { OUTPUT_QUARTERS } from '../compute/output-plan.ts'

/** TGT-152 分季产出计划: what is planned by quarter makes the annual value; monitoring measures against it. */
export const TGT_152: RuleHeader = {
  id: 'TGT-152',
  name: '分季产出计划',
  stage: 'targets',
  kind: 'check',
  severity: 'error',
  source: cite('jiheng-default', '累计指标分季计划之和等于年度指标值'),
}

/** Rows without any quarter are left alone: the plan is the unit's choice. */
export function checkOutputPlan({ indicators }: TargetsSheetContent): Finding[] {
  return (indicators ?? []).flatMap((row, index) => {
    const what = faultOf(row)
    if (what === undefined) return []
    const name = isWritten(row.name) ? `“${row.name}”` : `第 ${index + 1} 行指标`
    const where = { section: 'indicators', field: 'indicators', row: index, column: 'firstQuarter' }
    return [found(TGT_152, `${name}${what}`, where)]
  })
}

function faultOf(row: TargetsSheetIndicatorsRow): string | undefined {
  const given = OUTPUT_QUARTERS.map((quarter) => findDecimal(row[quarter]))
  if (given.every((amount) => amount === undefined)) return undefined
  const isCumulative = row.kind === 'quant' && row.accumulation === 'cumulative'
  if (!isCumulative || row.operator === 'le' || row.operator === 'lt') {
    return '不是逐季累计的定量指标，不分季计划；请清空分季计划，或把累计方式改为“累计数”。'
  }
  const amounts = given.filter((amount) => amount !== undefined)
  if (amounts.length < given.length) return '的分季计划没有填全，当季没有任务的请填 0。'
  const annual = findDecimal(row.value)
  if (annual === undefined) return undefined
  const sum = amounts.reduce((all, amount) => all.plus(amount), new Decimal(0))
  if (sum.eq(annual)) return undefined
  const unit = row.unit ?? ''
  return `分季计划合计 ${formatDecimal(sum, 6)}${unit}，应等于年度指标值 ${formatDecimal(annual, 6)}${unit}，请调整。`
}
