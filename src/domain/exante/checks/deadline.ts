import { foundIf } from '../../shared/check.ts'
import type { DateText } from '../../shared/dates.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/**
 * EXA-107 评估时点: the conclusion precedes the first budget request (一上).
 * A warning: what came late cannot be made earlier, but it must be seen and explained.
 */
export const EXA_107: RuleHeader = {
  id: 'EXA-107',
  name: '评估结论先于预算申报',
  stage: 'exante',
  kind: 'check',
  severity: 'warning',
  source: cite('nx-2022-pilot-plan', '三、（一）新增项目申请预算的必要条件'),
}

/** @param dates.budgetAppliedOn the day the budget line was first applied for, if it was */
export function checkConclusionDate(dates: {
  readonly concludedOn: DateText
  readonly budgetAppliedOn?: DateText | null
}): Finding[] {
  const { concludedOn, budgetAppliedOn } = dates
  const isLate = Boolean(budgetAppliedOn && concludedOn >= budgetAppliedOn)
  const message = `评估结论日期 ${concludedOn} 不早于预算申报日期 ${budgetAppliedOn}，请在结论理由中说明原因。`
  return foundIf(isLate, EXA_107, message, { section: 'conclusion', field: 'decision' })
}
