import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { nameRow, reportRow } from '../finding.ts'
import type { ReportFinding } from '../report.ts'
import { shorten } from '../score/compare.ts'
import type { Study } from '../study.ts'

/** CHK-COPIED-ACTUAL 实际值照抄指标值: a measured value has no sign. */
export const CHK_COPIED_ACTUAL: RuleHeader = {
  id: 'CHK-COPIED-ACTUAL',
  name: '实际完成值照抄指标值的符号',
  stage: 'doctor',
  kind: 'check',
  severity: 'note',
  source: cite('cz-2020-10', '附件1（实际完成值）'),
}

export function checkCopiedActual({ rows }: Study): ReportFinding[] {
  return rows.flatMap((row) => {
    const { parsed, printed } = row.actual
    if (parsed.kind !== 'quant' || parsed.signIn !== 'cell' || parsed.operator === 'range') return []
    // “达到95%” and “超过300户” tell what happened; a sign or a bound word only repeats the promise.
    if (!/[≥≤≧≦<>＜＞=═]|[以之]上|以下|以内|不低于|不高于|不少于|不超过|至少|至多/.test(printed ?? ''))
      return []
    const message = `${nameRow(row)}的实际完成值写“${shorten(printed)}”，带着指标值的符号，不是实际完成的数。请填写实际数值。`
    return [reportRow(CHK_COPIED_ACTUAL, row, 'actual_text', message)]
  })
}
