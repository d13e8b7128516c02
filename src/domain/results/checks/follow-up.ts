import type { ResultsFollowUpContent } from '../../forms/contents.ts'
import { foundIf, isWritten } from '../../shared/check.ts'
import { type DateText, formatDate } from '../../shared/dates.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** RES-113 跟踪问效: not before its day, and with proof. */
export const RES_113: RuleHeader = {
  id: 'RES-113',
  name: '跟踪问效报告',
  stage: 'results',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（五）结果应用跟踪问效机制'),
  parameters: ['results.tracking_months'],
}

export function checkFollowUp(content: ResultsFollowUpContent, today: DateText): Finding[] {
  const { dueOn, evidence, evidenceNote } = content
  const hasProof = (evidence ?? []).length > 0 || isWritten(evidenceNote)
  return [
    ...foundIf(
      Boolean(dueOn && today < dueOn),
      RES_113,
      `这次跟踪应在${dueOn ? formatDate(dueOn) : ''}以后报告，到期后会列入待办。`,
      { section: 'plan', field: 'dueOn' },
    ),
    ...foundIf(!hasProof, RES_113, '整改成效没有佐证，请上传附件或填写佐证说明。', {
      section: 'report',
      field: 'evidence',
    }),
  ]
}
