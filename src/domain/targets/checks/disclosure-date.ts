import type { TargetsSheetContent } from '../../forms/contents.ts'
import { found, foundIf } from '../../shared/check.ts'
import { daysBetween, type DateText } from '../../shared/dates.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** TGT-109 公开日期: after approval, not in the future, and by the legal day. */
export const TGT_109: RuleHeader = {
  id: 'TGT-109',
  name: '绩效目标公开日期',
  stage: 'targets',
  kind: 'check',
  severity: 'error',
  source: cite('law-budget', '第十四条第二款'),
  parameters: ['targets.disclosure_days'],
}

/** @param dates.dueOn the last day of the disclosure window, counted by its own rule */
export function checkDisclosureDate(
  { disclosedOn }: Pick<TargetsSheetContent, 'disclosedOn'>,
  dates: { readonly approvedOn: DateText; readonly dueOn: DateText; readonly today: DateText },
): Finding[] {
  const where = { section: 'disclosure', field: 'disclosedOn' }
  if (!disclosedOn) {
    const message = `公开期限为 ${dates.dueOn}，已逾期 ${daysBetween(dates.dueOn, dates.today)} 天还没有公开，请立即公开并登记。`
    return foundIf(dates.today > dates.dueOn, TGT_109, message, where, 'warning')
  }
  if (disclosedOn < dates.approvedOn) {
    return [found(TGT_109, `公开日期早于批复日期 ${dates.approvedOn}，请核对。`, where)]
  }
  if (disclosedOn > dates.today) {
    return [found(TGT_109, '公开日期晚于今天，请在实际公开后登记。', where)]
  }
  if (disclosedOn <= dates.dueOn) return []
  const late = daysBetween(dates.dueOn, disclosedOn)
  const message = `公开期限为 ${dates.dueOn}，已逾期 ${late} 天，请在分阶段报告中说明原因。`
  return [found(TGT_109, message, where, 'warning')]
}
