import { Decimal } from '../../shared/decimal.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { nameRow, report, reportRow } from '../finding.ts'
import { scaleOf, isMoneyUnit } from '../read/units.ts'
import type { ReportFinding } from '../report.ts'
import { budgetsOf } from '../score/budgets.ts'
import type { StudiedRow, Study } from '../study.ts'

/** CHK-COST-VS-BUDGET 成本与预算不符: what it may cost is not what there is money for. */
export const CHK_COST_VS_BUDGET: RuleHeader = {
  id: 'CHK-COST-VS-BUDGET',
  name: '成本指标与预算不符',
  stage: 'doctor',
  kind: 'check',
  severity: 'warning',
  source: cite('cz-2015-88', '附件 项目资金（成本指标与资金匹配）'),
  parameters: ['doctor.tolerances'],
}

const TOTAL_COST = /总成本|总投资|项目(建设)?成本$|成本控制数|建设成本|预算控制|资金总额|总费用/
const PER_UNIT = /每|人均|单价|单位|平均|标准|定额|户均|亩均|单项|单个/

export function checkCostVsBudget(study: Study): ReportFinding[] {
  const budgets = budgetsOf(study.funds)
  // A department's one project may cost less than the department has, never more.
  const isWhole = study.table.kind !== 'department_overall'
  if (budgets.length === 0) return []
  const tolerance = new Decimal(study.rules.value('doctor.tolerances').value.cost_bp).div(10_000)
  const largest = Decimal.max(...budgets)
  const costs = study.rows.flatMap((row) => {
    const yuan = costOf(row)
    return yuan === undefined ? [] : [{ row, yuan, isTotal: isWhole && TOTAL_COST.test(row.name) }]
  })
  const isNear = (yuan: Decimal) =>
    budgets.some((budget) => yuan.minus(budget).abs().lte(budget.times(tolerance)))
  const single = costs.flatMap(({ row, yuan, isTotal }) => {
    const isAbove = yuan.gt(largest.times(tolerance.plus(1)))
    if (isNear(yuan) || !(isAbove || isTotal)) return []
    const fault = isAbove ? '超过了' : '不等于'
    const message = `${nameRow(row)}的指标值合 ${wan(yuan)} 万元，${fault}本年预算 ${wan(largest)} 万元。请核对成本指标或预算。`
    return [reportRow(CHK_COST_VS_BUDGET, row, 'target_text', message)]
  })
  const parts = costs.filter(({ isTotal }) => !isTotal)
  if (single.length > 0 || parts.length < 2) return single
  const sum = Decimal.sum(...parts.map(({ yuan }) => yuan))
  if (sum.lte(largest.times(tolerance.plus(1)))) return single
  const message = `各项成本指标合计 ${wan(sum)} 万元，超过本年预算 ${wan(largest)} 万元。请核对成本指标或预算。`
  return [report(CHK_COST_VS_BUDGET, { field: 'target_text' }, message)]
}

/** A plain amount of a cost indicator, in yuan; costs per person or piece are no part of it. */
function costOf({ level1, level2, name, target }: StudiedRow): Decimal | undefined {
  const isCostRow = level1 === 'cost' || level2 === 'outputCost' || level2 === 'economicCost'
  if (!isCostRow || target.parsed.kind !== 'quant' || !isMoneyUnit(target.parsed.unit)) return undefined
  if (PER_UNIT.test(name)) return undefined
  const unit = /元$/.test(target.parsed.unit) ? target.parsed.unit : `${target.parsed.unit}元`
  return new Decimal(target.parsed.upper ?? target.parsed.value).times(scaleOf(unit).factor)
}

function wan(yuan: Decimal): string {
  return yuan.div(10_000).toDecimalPlaces(6).toFixed()
}
