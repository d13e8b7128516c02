import { Decimal } from '../../shared/decimal.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { report } from '../finding.ts'
import { isBlank } from '../read/cells.ts'
import { readPoints, roundTo } from '../read/numbers.ts'
import type { ReportFinding } from '../report.ts'
import type { Study } from '../study.ts'

/** CHK-SCORE-SUM 得分合计: the printed total is the sum of what is printed above it. */
export const CHK_SCORE_SUM: RuleHeader = {
  id: 'CHK-SCORE-SUM',
  name: '得分合计与总分不等',
  stage: 'doctor',
  kind: 'check',
  severity: 'error',
  source: cite('cz-2020-10', '附件1（总分）'),
}

export function checkScoreSum({ table, rows, execution }: Study): ReportFinding[] {
  const total = readPoints(table.totalScore)
  if (!table.isComplete || !total) return []
  const scores: Decimal[] = []
  for (const { row, weight, score } of rows) {
    if (score) scores.push(score.value)
    else if (row.score === null || weight?.value.gt(0) || !isBlank(row.score)) return []
  }
  if (scores.length === 0) return []
  const own = execution?.score?.value
  const sum = Decimal.sum(...scores)
  const all = sum.plus(own ?? 0)
  // Without a visible score of execution a total above the rows may contain it.
  if (!own && !isWithoutExecution(rows) && all.lt(total.value)) return []
  if (roundTo(all, total.decimals).eq(total.value)) return []
  const words = own
    ? `各指标得分合计 ${sum.toFixed()} 分，加预算执行率得分 ${own.toFixed()} 分，共`
    : '各指标得分合计'
  const message = `${words} ${all.toFixed()} 分，总分却印为 ${total.value.toFixed()} 分，相差 ${all.minus(total.value).abs().toFixed()} 分。请核对各行得分后改正总分。`
  return [report(CHK_SCORE_SUM, { field: 'total_score' }, message)]
}

/** The rows alone carry all the points, so execution has none. */
function isWithoutExecution(rows: Study['rows']): boolean {
  return Decimal.sum(0, ...rows.flatMap(({ weight }) => (weight ? [weight.value] : []))).gte(100)
}
