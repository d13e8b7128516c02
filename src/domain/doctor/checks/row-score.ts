import { Decimal } from '../../shared/decimal.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { formatScore } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'
import { nameRow, reportRow } from '../finding.ts'
import { roundTo } from '../read/numbers.ts'
import type { ReportFinding } from '../report.ts'
import { isCertainlyMissed, sideBySide } from '../score/judge.ts'
import type { StudiedRow, Study } from '../study.ts'

/** CHK-ROW-SCORE 扣分与完成比例不符: points were taken, but not what the proportion gives. */
export const CHK_ROW_SCORE: RuleHeader = {
  id: 'CHK-ROW-SCORE',
  name: '得分与完成比例不符',
  stage: 'doctor',
  kind: 'check',
  severity: 'warning',
  source: cite('cz-2020-10', '附件1填表说明（未达到指标值的按完成比例计分）'),
  parameters: ['evaluation.row_defaults'],
}

export function checkRowScore({ table, rows }: Study): ReportFinding[] {
  if (table.isOcr) return []
  return rows.flatMap((row) => {
    const { weight, score, scored } = row
    if (!weight || !score || row.comparison.is !== 'numbers' || scored.isMet !== false) return []
    if (scored.computed_x100 === null || score.value.gt(weight.value)) return []
    // Full marks: certainly missed is the graver finding, a direction only guessed at is none.
    const isFull = score.value.eq(weight.value)
    if (isFull && (isCertainlyMissed(row.comparison) || !row.comparison.isClear)) return []
    const points = new Decimal(scored.computed_x100).div(100)
    if (roundTo(points, score.decimals).eq(score.value)) return []
    const message = `${nameRow(row)}${sideBySide(row)}，${whatFor(row)}应得 ${formatScore(scored.computed_x100)} 分，表中得 ${score.value.toFixed()} 分（分值 ${weight.value.toFixed()} 分）。请按完成比例改正，或写明另有计分办法。`
    return [reportRow(CHK_ROW_SCORE, row, 'score', message)]
  })
}

function whatFor({ comparison }: StudiedRow): string {
  const isOver =
    comparison.is === 'numbers' && comparison.operator === 'eq' && comparison.actual.gt(comparison.target)
  return isOver ? '“=”型指标多于目标也是偏差（多做更好的请改用“≥”），' : '没有达到，按完成比例'
}
