import type { ResultsTaskContent } from '../../forms/contents.ts'
import { foundIf, isWritten } from '../../shared/check.ts'
import type { DateText } from '../../shared/dates.ts'
import type { Finding } from '../../shared/finding.ts'
import { findFen } from '../../shared/money.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** RES-103 整改任务: planned within the notice's day, reported with proof. */
export const RES_103: RuleHeader = {
  id: 'RES-103',
  name: '整改措施和整改报告',
  stage: 'results',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（五）以评促改'),
}

export function checkTaskPlan({ dueOn, completionDueOn }: ResultsTaskContent): Finding[] {
  const isLate = Boolean(dueOn && completionDueOn && dueOn > completionDueOn)
  const message = `计划完成日期晚于整改完成期限 ${completionDueOn}，请提前。`
  return foundIf(isLate, RES_103, message, { section: 'plan', field: 'dueOn' })
}

export function checkTaskReport(content: ResultsTaskContent, today: DateText): Finding[] {
  const hasProof = (content.evidence ?? []).length > 0 || isWritten(content.evidenceNote)
  const asked = findFen(content.amount_fen)
  const recovered = findFen(content.recovered_fen)
  const at = (field: string) => ({ section: 'report', field })
  return [
    ...foundIf(!hasProof, RES_103, '整改结果没有佐证，请上传附件或填写佐证说明。', at('evidence')),
    ...foundIf(
      Boolean(content.completedOn && content.completedOn > today),
      RES_103,
      '完成日期晚于今天，请在整改完成后再报告。',
      at('completedOn'),
    ),
    ...foundIf(
      asked !== undefined && recovered !== undefined && recovered > asked,
      RES_103,
      '收回资金大于问题涉及金额，请核对。',
      at('recovered_fen'),
      'warning',
    ),
  ]
}
