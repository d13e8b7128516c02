import type { TargetsLibraryChangeContent } from '../../forms/contents.ts'
import { indicatorOf } from '../../indicators/change-content.ts'
import { checkIndicator } from '../../indicators/check-indicator.ts'
import { found } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** TGT-141 指标库指标完整可用: what a place puts into the library is held to what the files are held to. */
export const TGT_141: RuleHeader = {
  id: 'TGT-141',
  name: '指标库指标完整可用',
  stage: 'targets',
  kind: 'check',
  severity: 'error',
  source: cite('jiheng-default', '指标库管理'),
}

export function checkLibraryContent(content: TargetsLibraryChangeContent): Finding[] {
  if (content.change === 'retire') return []
  const indicator = indicatorOf(content, { id: content.indicatorId ?? '', version: 1 })
  return checkIndicator(indicator).map((fault) => found(TGT_141, `${fault}。`, { section: 'indicator' }))
}
