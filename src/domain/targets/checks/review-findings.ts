import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** TGT-305 意见办结: agreed corrections are closed before a sheet passes (良：修改完善后通过). */
export const TGT_305: RuleHeader = {
  id: 'TGT-305',
  name: '审核意见须办结后复核通过',
  stage: 'targets',
  kind: 'gate',
  severity: 'error',
  source: cite('cz-2015-88', '审核结果处理'),
}

/** @param open what is still open: place and where it stands, in words */
export function checkReviewFindings(
  open: readonly { readonly place: string; readonly state: string }[],
): Finding[] {
  const list = open.map(({ place, state }) => `“${place}”${state}`).join('，')
  return foundIf(
    open.length > 0,
    TGT_305,
    `还有 ${open.length} 条审核意见没有办结（${list}），请单位答复并核对办结后再复核通过。`,
    { section: 'review' },
  )
}
