import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** TGT-302 已安排的不退回: while money stands on a target, the target cannot be taken from under it. */
export const TGT_302: RuleHeader = {
  id: 'TGT-302',
  name: '预算已安排的绩效目标不得退回',
  stage: 'targets',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（二）'),
}

/** Asked when a target sheet is to be sent back. */
export function checkArrangedTarget(lineStates: readonly string[]): Finding[] {
  const isArranged = lineStates.some((state) => state === 'arranged' || state === 'approved')
  const message = '预算已按这个绩效目标安排，不能直接退回。请先由财政业务股撤回预算安排，再退回绩效目标。'
  return foundIf(isArranged, TGT_302, message)
}
