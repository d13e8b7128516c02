import type { TargetsSheetContent } from '../../forms/contents.ts'
import { found } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** TGT-101 指标体系完整性: which kinds of indicators a sheet must have at least. */
export const TGT_101: RuleHeader = {
  id: 'TGT-101',
  name: '绩效指标体系完整性',
  stage: 'targets',
  kind: 'check',
  severity: 'error',
  source: cite('cz-2015-88', '附件填报说明'),
}

const WHERE = { section: 'indicators', field: 'indicators' }

/** Quantity, and quality or timeliness, under output; at least one benefit. */
export function checkIndicatorSet({ indicators }: TargetsSheetContent): Finding[] {
  const rows = indicators ?? []
  const has = (level2: string) => rows.some((row) => row.level1 === 'output' && row.level2 === level2)
  const messages: string[] = []
  if (!has('quantity')) messages.push('产出指标下没有数量指标，请至少增加一项。')
  if (!has('quality') && !has('timeliness')) {
    messages.push('产出指标下没有质量指标，也没有时效指标，请至少增加一项。')
  }
  if (!rows.some((row) => row.level1 === 'benefit')) messages.push('没有效益指标，请至少增加一项。')
  return messages.map((message) => found(TGT_101, message, WHERE))
}
