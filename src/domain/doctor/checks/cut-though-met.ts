import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { nameRow, reportRow } from '../finding.ts'
import type { ReportFinding } from '../report.ts'
import { sideBySide } from '../score/judge.ts'
import type { Study } from '../study.ts'

/** CHK-CUT-THOUGH-MET 已达到却扣分. */
export const CHK_CUT_THOUGH_MET: RuleHeader = {
  id: 'CHK-CUT-THOUGH-MET',
  name: '达到指标值却扣分',
  stage: 'doctor',
  kind: 'check',
  severity: 'warning',
  source: cite('cz-2020-10', '附件1填表说明（达到指标值的得满分）'),
}

export function checkCutThoughMet({ table, rows }: Study): ReportFinding[] {
  if (table.isOcr) return []
  return rows.flatMap((row) => {
    const { weight, score, scored, comparison } = row
    if (!weight || !score?.value.lt(weight.value) || scored.isMet !== true) return []
    const cut = weight.value.minus(score.value).toFixed()
    const isSaving = comparison.is === 'numbers' && /^l/.test(comparison.operator)
    const saving = isSaving && !comparison.actual.eq(comparison.target) ? '（少花钱、少用时不应扣分）' : ''
    const message = `${nameRow(row)}${sideBySide(row)}，已经达到，却扣了 ${cut} 分（分值 ${weight.value.toFixed()} 分，得 ${score.value.toFixed()} 分）${saving}。请核对得分；确需扣分的请写明原因。`
    return [reportRow(CHK_CUT_THOUGH_MET, row, 'score', message)]
  })
}
