import type { Decimal } from '../../shared/decimal.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { nameFund, report } from '../finding.ts'
import { roundTo } from '../read/numbers.ts'
import type { ReportFinding } from '../report.ts'
import type { StudiedFund } from '../score/score-execution.ts'
import type { Study } from '../study.ts'

/** CHK-EXEC-RATE 预算执行率: executed ÷ annual budget, at the decimals that were printed. */
export const CHK_EXEC_RATE: RuleHeader = {
  id: 'CHK-EXEC-RATE',
  name: '预算执行率算错',
  stage: 'doctor',
  kind: 'check',
  severity: 'error',
  source: cite('cz-2020-10', '附件1（执行率=全年执行数÷全年预算数）'),
}

export function checkExecutionRate({ funds }: Study): ReportFinding[] {
  return funds.flatMap((fund) => {
    const { rate, computedRate, budget, executed, index } = fund
    if (!rate || !computedRate || !budget || executed.is !== 'amount') return []
    if (roundTo(computedRate, rate.decimals).eq(rate.value)) return []
    const shown = computedRate.toFixed(Math.max(2, rate.decimals))
    const message = `${nameFund(fund)}执行率印为 ${fund.fund.rate?.trim()}，按全年执行数 ${amount(fund, 'executed')} ÷ 全年预算数 ${amount(fund, 'budget')} 应为 ${shown}%${guess(fund, executed.yuan)}。请改正执行率，并核对得分。`
    return [report(CHK_EXEC_RATE, { fund: index, field: 'rate' }, message)]
  })
}

function amount({ fund, adjusted }: StudiedFund, which: 'executed' | 'budget'): string {
  const budget = adjusted.is === 'amount' ? fund.adjusted : fund.initial
  return (which === 'executed' ? fund.executed : budget)?.trim() ?? ''
}

/** What was probably divided by instead. */
function guess({ rate, initial, adjusted }: StudiedFund, executed: Decimal): string {
  if (!rate || initial.is !== 'amount' || adjusted.is !== 'amount' || initial.yuan.lte(0)) return ''
  const other = executed.times(100).div(initial.yuan)
  return roundTo(other, rate.decimals).eq(rate.value)
    ? '（印的是按年初预算数算的，应按调整后的全年预算数）'
    : ''
}
