import type { RuleHeader } from '../../shared/rule-header.ts'
import { formatScore } from '../../shared/score.ts'
import { cite } from '../../shared/sources.ts'
import { nameRow, reportRow } from '../finding.ts'
import { hasCount } from '../read/names.ts'
import { otherYear } from '../read/years.ts'
import type { ReportFinding } from '../report.ts'
import { isCertainlyMissed, sideBySide } from '../score/judge.ts'
import type { Study } from '../study.ts'
import { isDoubtful } from './ocr-suspect.ts'

/** CHK-FULL-THOUGH-MISSED 未达到却得满分: a number or a day was certainly missed, nothing was taken. */
export const CHK_FULL_THOUGH_MISSED: RuleHeader = {
  id: 'CHK-FULL-THOUGH-MISSED',
  name: '未达到指标值却得满分',
  stage: 'doctor',
  kind: 'check',
  severity: 'error',
  source: cite('cz-2020-10', '附件1填表说明（未达到指标值的按完成比例计分）'),
  parameters: ['evaluation.row_defaults'],
}

export function checkFullThoughMissed({ table, rows }: Study): ReportFinding[] {
  if (table.isOcr) return []
  return rows.flatMap((row) => {
    const { weight, score, scored } = row
    if (!weight || !score || weight.value.lte(0) || !score.value.eq(weight.value)) return []
    if (!isCertainlyMissed(row.comparison) || isDoubtful(row)) return []
    // 检查380次, 100 %, 380: the figure answers the name, not the share.
    const isShare = row.target.parsed.kind === 'quant' && row.target.parsed.unit === '%'
    if (isShare && hasCount(row.name) && !/%/.test(row.row.actual ?? '')) return []
    // The deadline of another year is a wrong deadline: it is named as such, nobody missed it for certain.
    if (table.year !== null && otherYear(row.row.target, table.year) !== undefined) return []
    // 99.999 % of the target still rounds to all the points: nothing was given away.
    if (scored.computed_x100 === null || weight.value.times(100).eq(scored.computed_x100)) return []
    const message = `${nameRow(row)}${sideBySide(row)}，没有达到，却得满分 ${weight.value.toFixed()} 分；按规则应得 ${formatScore(scored.computed_x100)} 分。请核对实际完成值，或按完成情况计分并写明原因。`
    return [reportRow(CHK_FULL_THOUGH_MISSED, row, 'score', message)]
  })
}
