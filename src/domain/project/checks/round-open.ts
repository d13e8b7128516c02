import { foundIf } from '../../shared/check.ts'
import { formatDate } from '../../shared/dates.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { ROUND_TYPES, type RoundNow } from '../compute/find-round.ts'

/** BUD-101 轮次内申报: where rounds are kept, targets and budgets are declared while one is open. */
export const BUD_101: RuleHeader = {
  id: 'BUD-101',
  name: '在编报轮次内申报',
  stage: 'project',
  kind: 'gate',
  severity: 'error',
  source: cite('law-budget-regulation', '第二十五条；各轮时间由各地确定'),
}

/** Places that opened no round this year are not held to any. A late declaration is told, not refused. */
export function checkRoundOpen({ isKept, current, daysLeft, next }: RoundNow): Finding[] {
  if (!isKept) return []
  if (!current) {
    const when = next
      ? `下一轮“${ROUND_TYPES[next.roundType]}”${formatDate(next.opensOn)}开始，请届时申报。`
      : '财政部门还没有安排下一轮，请与财政业务股联系。'
    return foundIf(true, BUD_101, `现在不在预算编报轮次内，不能申报。${when}`)
  }
  const late = daysLeft !== null && daysLeft < 0 ? -daysLeft : 0
  const message = `“${ROUND_TYPES[current.roundType]}”已于${formatDate(current.closesOn)}截止，本次申报将计为逾期 ${late} 天。`
  return foundIf(late > 0, BUD_101, message, {}, 'warning')
}
