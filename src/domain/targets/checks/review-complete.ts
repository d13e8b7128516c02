import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import type { TargetReview } from '../compute/review.ts'

/** TGT-306 审核填齐: a review that decides says something on every point, and on the whole. */
export const TGT_306: RuleHeader = {
  id: 'TGT-306',
  name: '审核要点和综合等级填齐',
  stage: 'targets',
  kind: 'check',
  severity: 'error',
  source: cite('cz-2015-88', '附件 项目支出绩效目标审核表'),
}

export function checkReviewComplete({ missing, grade }: Pick<TargetReview, 'missing' | 'grade'>): Finding[] {
  const where = { section: 'review', field: 'review' }
  if (missing.length > 0) {
    return foundIf(true, TGT_306, `审核要点“${missing.join('”“')}”还没有评定，请填齐。`, where)
  }
  return foundIf(grade === null, TGT_306, '还没有综合评定等级，请填写后再办理。', where)
}
