import type { ParameterReader } from '../../rules/parameter-values.ts'
import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** TGT-108 审核结果处理: 优、良 may pass; 中 goes back; 差 is refused for this round. */
export const TGT_108: RuleHeader = {
  id: 'TGT-108',
  name: '绩效目标审核结果处理',
  stage: 'targets',
  kind: 'gate',
  severity: 'error',
  source: cite('cz-2015-88', '审核结果处理'),
  parameters: ['targets.review_consequences'],
}

type Grade = 'excellent' | 'good' | 'fair' | 'poor'
const LABELS: Readonly<Record<Grade, string>> = { excellent: '优', good: '良', fair: '中', poor: '差' }

/** Whether a sheet with this review grade may be passed (复核通过). */
export function checkReviewOutcome(grade: Grade, rules: ParameterReader): Finding[] {
  const outcome = rules.value('targets.review_consequences').value[grade]
  const where = { section: 'review', field: 'review' }
  const way = outcome === 'return' ? '退回修改' : '不予通过'
  return foundIf(
    outcome === 'return' || outcome === 'refuse',
    TGT_108,
    `审核等级为“${LABELS[grade]}”，不能复核通过，请办理“${way}”。`,
    where,
  )
}
