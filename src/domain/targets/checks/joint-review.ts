import { found } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** TGT-110 第三方联审: where experts or an institution were asked, their opinion comes first. */
export const TGT_110: RuleHeader = {
  id: 'TGT-110',
  name: '第三方协助联审',
  stage: 'targets',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（二）业务部门初审、财政部门复核、第三方协助联审'),
}

/**
 * Asked before 复核通过. The plan lets a place do without a third party ("可采取"); then it is noted.
 * @param review.isAsked whether anybody outside is assigned to the project
 * @param review.hasAdvised whether an opinion came in since the sheet was last declared
 */
export function checkJointReview(review: {
  readonly isAsked: boolean
  readonly hasAdvised: boolean
}): Finding[] {
  if (review.hasAdvised) return []
  const where = { section: 'thirdParty', field: 'thirdPartyOpinion' }
  if (review.isAsked) {
    return [found(TGT_110, '受委托的专家或机构还没有提交联审意见，请催交后再复核。', where)]
  }
  return [found(TGT_110, '没有委托专家或机构联审，将由财政部门自行复核。', where, 'warning')]
}
