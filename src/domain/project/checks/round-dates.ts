import type { ProjectBudgetRoundContent } from '../../forms/contents.ts'
import type { ParameterReader } from '../../rules/parameter-values.ts'
import { found, isWritten } from '../../shared/check.ts'
import { formatDate } from '../../shared/dates.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { calendarDates, type Round, ROUND_TYPES } from '../compute/find-round.ts'

/** BUD-102 轮次日期: in order, one round of a kind at a time, and by the calendar or by a second person. */
export const BUD_102: RuleHeader = {
  id: 'BUD-102',
  name: '编报轮次日期',
  stage: 'project',
  kind: 'check',
  severity: 'error',
  source: cite('law-budget-regulation', '第二十二条、第二十五条；各环节时间由各地确定'),
  parameters: ['budget.calendar'],
}

const where = (field: string) => ({ section: 'round', field })

/**
 * @param around.others rounds of the same place and year that were opened already
 * @param around.isConfirmed whether a second person answers for other dates
 */
export function checkRoundDates(
  { roundType, opensOn, closesOn, changeReason }: ProjectBudgetRoundContent,
  around: { readonly fiscalYear: number; readonly others: readonly Round[]; readonly isConfirmed: boolean },
  rules: ParameterReader,
): Finding[] {
  if (!roundType || !opensOn || !closesOn) return []
  if (closesOn < opensOn) return [found(BUD_102, '截止日期早于开始日期，请改正。', where('closesOn'))]
  const same = around.others.find((one) => one.roundType === roundType && one.state === 'open')
  if (same) {
    const message = `本年度“${ROUND_TYPES[roundType]}”已经开启，请先结束原来的一轮。`
    return [found(BUD_102, message, where('roundType'))]
  }
  const due = calendarDates(roundType, around.fiscalYear, rules)
  if (!due || (due.opensOn === opensOn && due.closesOn === closesOn)) return []
  const asked = `预算编制日程为${formatDate(due.opensOn)}至${formatDate(due.closesOn)}`
  if (!around.isConfirmed) {
    const message = `日期与日程不同（${asked}），一个人不能开启，请报请分管领导核准。`
    return [found(BUD_102, message, where('opensOn'))]
  }
  if (isWritten(changeReason)) return []
  return [found(BUD_102, `日期与日程不同（${asked}），请写明原因。`, where('changeReason'))]
}
