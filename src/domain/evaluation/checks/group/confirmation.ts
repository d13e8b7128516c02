import type { EvaluationFinanceContent } from '../../../forms/contents.ts'
import { foundIf } from '../../../shared/check.ts'
import type { Finding } from '../../../shared/finding.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'

/** EVA-114 另人复核: whoever sat in the group does not confirm its result. */
export const EVA_114: RuleHeader = {
  id: 'EVA-114',
  name: '评价报告由评价组以外的人复核确认',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('jiheng-default', '自行组织评价的岗位分离'),
}

/** @param personId who is about to confirm */
export function checkConfirmer(
  { members }: Pick<EvaluationFinanceContent, 'members'>,
  personId: string,
): Finding[] {
  const isMember = (members ?? []).some(({ person }) => person === personId)
  return foundIf(isMember, EVA_114, '您是评价组成员，不能确认本组的评价结果，请由评价组以外的人复核确认。', {
    section: 'group',
    field: 'members',
  })
}
