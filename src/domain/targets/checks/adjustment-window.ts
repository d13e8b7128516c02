import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import type { computeAdjustmentWindow } from '../compute/adjustment-window.ts'

/** TGT-301 目标调整时限: rule TGT-006 stops whoever would move the mark when the result is known. */
export const TGT_301: RuleHeader = {
  id: 'TGT-301',
  name: '超过时限不再调整绩效目标',
  stage: 'targets',
  kind: 'check',
  severity: 'error',
  source: cite('jiheng-default', '年末调整应从严'),
}

export function checkAdjustmentWindow(window: ReturnType<typeof computeAdjustmentWindow>): Finding[] {
  return foundIf(!window.isOpen, TGT_301, window.explanation.sentence, { section: 'reason' })
}
