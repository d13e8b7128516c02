import type { EvaluationSelfContent } from '../../forms/contents.ts'
import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import { findFen, formatWanYuan, sumFen } from '../../shared/money.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** EVA-104 自评资金: a year without budget has no rate; spending above budget is shown. */
export const EVA_104: RuleHeader = {
  id: 'EVA-104',
  name: '自评资金数据',
  stage: 'evaluation',
  kind: 'check',
  severity: 'warning',
  source: cite('cz-2020-10', '附件1 项目资金'),
}

export function checkSelfMoney({ funds }: EvaluationSelfContent): Finding[] {
  const rows = funds ?? []
  const budget = sumFen(rows.map((row) => findFen(row.adjusted_fen) ?? 0n))
  const isFilled = rows.some((row) => findFen(row.adjusted_fen) !== undefined)
  const over = rows.flatMap((row, index) => {
    const own = findFen(row.adjusted_fen)
    const spent = findFen(row.executed_fen)
    const isOver = own !== undefined && spent !== undefined && spent > own
    const message = `全年执行数超过全年预算数 ${isOver ? formatWanYuan(spent - own) : ''} 万元，请核对。`
    return foundIf(isOver, EVA_104, message, {
      section: 'funds',
      field: 'funds',
      row: index,
      column: 'executed_fen',
    })
  })
  const message = '全年预算数合计为 0，预算执行率不适用，请核对资金数据。'
  return [
    ...over,
    ...foundIf(isFilled && budget === 0n, EVA_104, message, { section: 'funds', field: 'funds' }),
  ]
}
