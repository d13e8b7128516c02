import type { TargetsSheetContent } from '../../forms/contents.ts'
import { found, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** TGT-102 满意度指标: present, or a reason why there is nobody to ask. */
export const TGT_102: RuleHeader = {
  id: 'TGT-102',
  name: '满意度指标或不设原因',
  stage: 'targets',
  kind: 'check',
  severity: 'error',
  source: cite('cz-2015-88', '附件填报说明'),
}

export function checkSatisfaction({ indicators, noSatisfactionReason }: TargetsSheetContent): Finding[] {
  const hasIndicator = (indicators ?? []).some((row) => row.level1 === 'satisfaction')
  const hasReason = isWritten(noSatisfactionReason)
  const where = { section: 'indicators', field: 'noSatisfactionReason' }
  if (!hasIndicator && !hasReason) {
    return [found(TGT_102, '没有满意度指标，请增加一项；没有直接服务对象的，请写明原因。', where)]
  }
  if (hasIndicator && hasReason) {
    return [found(TGT_102, '已设满意度指标，请清空“不设满意度指标的原因”。', where, 'warning')]
  }
  return []
}
