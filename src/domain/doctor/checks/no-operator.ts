import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { nameRow, reportWeak } from '../finding.ts'
import { isRunTogether } from '../read/run-together.ts'
import type { ReportFinding } from '../report.ts'
import { shorten } from '../score/compare.ts'
import type { Study } from '../study.ts'
import { isMisreadTarget } from './ocr-suspect.ts'

/** CHK-NO-OPERATOR 指标值没有符号: which way is good must be guessed. */
export const CHK_NO_OPERATOR: RuleHeader = {
  id: 'CHK-NO-OPERATOR',
  name: '指标值没有“≥”“≤”“=”符号',
  stage: 'doctor',
  kind: 'check',
  severity: 'note',
  source: cite('cz-2021-101', '指标值设置'),
}

export function checkNoOperator(study: Study): ReportFinding[] {
  return study.rows.flatMap((row) => {
    if (isMisreadTarget(row, study.table.isOcr) || isRunTogether(row.row, study.table.text)) return []
    const { parsed, printed } = row.target
    if (parsed.kind !== 'quant' || parsed.signIn !== 'none') return []
    // All of something leaves no room for doubt.
    if (parsed.value === '100' && (parsed.unit === '%' || /率|度$/.test(row.name))) return []
    const assumed = parsed.operator === 'le' ? '≤' : '≥'
    const message = `${nameRow(row)}的指标值“${shorten(printed)}”没有符号，这里按“${assumed}”理解。请写明“≥”“≤”或“=”。`
    return [reportWeak(CHK_NO_OPERATOR, study, row, 'target_text', message)]
  })
}
