import type { ResultsBudgetDecisionContent } from '../../forms/contents.ts'
import { foundIf, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** RES-131 集体研究: what a meeting decided is on record with the meeting's own words. */
export const RES_131: RuleHeader = {
  id: 'RES-131',
  name: '集体决定的挂钩意见附会议依据',
  stage: 'results',
  kind: 'check',
  severity: 'warning',
  source: cite('jiheng-default', '谁决定、依据什么决定，事后能够查到'),
}

const BY_MEETING = ['bureau', 'government', 'congress']

export function checkDecisionMemo({ level, memo, memoFiles }: ResultsBudgetDecisionContent): Finding[] {
  const isBare = !isWritten(memo) && (memoFiles ?? []).length === 0
  const message = '由会议决定的，请写明议定事项或附会议纪要。'
  const isOpen = BY_MEETING.includes(level ?? '') && isBare
  return foundIf(isOpen, RES_131, message, { section: 'meeting', field: 'memo' })
}
