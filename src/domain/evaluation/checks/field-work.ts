import type { EvaluationFinanceContent } from '../../forms/contents.ts'
import { found, foundIf, isWritten } from '../../shared/check.ts'
import type { DateText } from '../../shared/dates.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** EVA-094 资料清单: what was asked for has come, or it says why not. */
export const EVA_094: RuleHeader = {
  id: 'EVA-094',
  name: '评价资料收齐或说明原因',
  stage: 'evaluation',
  kind: 'check',
  severity: 'error',
  source: cite('cz-2020-10', '评价程序（收集资料）'),
}

/** EVA-095 现场调查: somebody has been there, or it says why nobody has. */
export const EVA_095: RuleHeader = {
  id: 'EVA-095',
  name: '现场调查',
  stage: 'evaluation',
  kind: 'check',
  severity: 'warning',
  source: cite('cz-2020-10', '评价程序（现场调研）'),
}

/**
 * While work goes on only what is overdue is named, as a reminder; before the draft goes to the unit
 * everything asked for has come or has its reason.
 */
export function checkRequests(
  { requests }: EvaluationFinanceContent,
  today: DateText,
  isEnd: boolean,
): Finding[] {
  return (requests ?? []).flatMap(({ material, dueOn, deliveredOn, note }, row) => {
    if (deliveredOn || isWritten(note)) return []
    const isLate = dueOn != null && dueOn < today
    if (!isEnd && !isLate) return []
    const late = isLate ? `已过提供期限 ${dueOn}` : '还没有收到'
    const message = `资料“${material ?? ''}”${late}，请催要，或填写没有收到的原因。`
    const where = { section: 'requests', field: 'requests', row }
    return [found(EVA_094, message, where, isEnd ? 'error' : 'warning')]
  })
}

export function checkFieldSurvey({ fieldSurveys, noSurveyReason }: EvaluationFinanceContent): Finding[] {
  const isMissing = (fieldSurveys ?? []).length === 0 && !isWritten(noSurveyReason)
  const message = '没有现场调查记录，请补充；没有开展的，填写理由。'
  return foundIf(isMissing, EVA_095, message, { section: 'survey', field: 'fieldSurveys' })
}
