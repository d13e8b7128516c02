import type { TargetsSheetContent } from '../../forms/contents.ts'
import { found } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import { type Fen, findFen, formatWanYuan, parseWanYuan, parseYuan, sumFen } from '../../shared/money.ts'
import { findDecimal } from '../../shared/decimal.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** TGT-105 资金勾稽: totals are the sum of their sources, the year fits into the period. */
export const TGT_105: RuleHeader = {
  id: 'TGT-105',
  name: '绩效目标资金勾稽',
  stage: 'targets',
  kind: 'check',
  severity: 'error',
  source: cite('cz-2015-88', '附件 项目资金'),
}

/** Amounts not yet filled in are left out; the form asks for the ones it needs. */
export function checkTargetMoney(content: TargetsSheetContent): Finding[] {
  return [...checkSums(content), ...checkAnnual(content), ...checkQuarters(content), ...checkCosts(content)]
}

function checkSums(content: TargetsSheetContent): Finding[] {
  const annual = [content.total_fen, content.fiscal_fen, content.other_fen] as const
  const period = [content.periodTotal_fen, content.periodFiscal_fen, content.periodOther_fen] as const
  return [
    ...checkSum('年度资金总额', 'total_fen', ...annual),
    ...checkSum('实施期资金总额', 'periodTotal_fen', ...period),
  ]
}

type Amount = string | null | undefined

function checkSum(label: string, field: string, total: Amount, fiscal: Amount, other: Amount): Finding[] {
  const whole = findFen(total)
  const parts = [findFen(fiscal), findFen(other)].filter((part) => part !== undefined)
  if (whole === undefined || parts.length === 0) return []
  const sum = sumFen(parts)
  if (sum === whole) return []
  const message = `${label} ${formatWanYuan(whole)} 万元，与财政拨款和其他资金之和 ${formatWanYuan(sum)} 万元不等，请核对。`
  return [found(TGT_105, message, { section: 'money', field })]
}

function checkAnnual(content: TargetsSheetContent): Finding[] {
  const annual = findFen(content.total_fen)
  const period = findFen(content.periodTotal_fen)
  if (annual === undefined || period === undefined || annual <= period) return []
  const message = `年度资金总额 ${formatWanYuan(annual)} 万元大于实施期资金总额 ${formatWanYuan(period)} 万元，请核对。`
  return [found(TGT_105, message, { section: 'money', field: 'total_fen' })]
}

function checkQuarters({ quarterPlan, total_fen }: TargetsSheetContent): Finding[] {
  const total = findFen(total_fen)
  const planned = (quarterPlan ?? []).map((row) => findFen(row.planned_fen))
  if (total === undefined || planned.length === 0 || planned.includes(undefined)) return []
  const sum = sumFen(planned.filter((amount) => amount !== undefined))
  if (sum === total) return []
  const message = `分季用款计划合计 ${formatWanYuan(sum)} 万元，应等于年度资金总额 ${formatWanYuan(total)} 万元，请调整。`
  return [found(TGT_105, message, { section: 'quarterPlan', field: 'quarterPlan' })]
}

/** Only plain money units are amounts; 元/株, 元/户 are unit costs and never enter a sum. */
const MONEY_UNITS: Readonly<Record<string, (text: string) => Fen>> = { 元: parseYuan, 万元: parseWanYuan }

function checkCosts({ indicators, total_fen }: TargetsSheetContent): Finding[] {
  const total = findFen(total_fen)
  if (total === undefined) return []
  const costs = (indicators ?? []).flatMap((row) => {
    const isCost = row.level2 === 'economicCost' || row.level2 === 'outputCost'
    const parse = MONEY_UNITS[row.unit?.trim() ?? '']
    const isExact = (findDecimal(row.value)?.decimalPlaces() ?? 99) <= 2
    return isCost && parse && isExact && row.value ? [parse(row.value)] : []
  })
  const sum = sumFen(costs)
  if (sum <= total) return []
  const message = `成本指标合计 ${formatWanYuan(sum)} 万元，超过年度资金总额 ${formatWanYuan(total)} 万元，请核对或说明。`
  return [found(TGT_105, message, { section: 'indicators', field: 'indicators' }, 'warning')]
}
