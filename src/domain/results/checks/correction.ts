import type { PublishedProject } from '../../disclosure/published-project.ts'
import { foundIf, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** RES-161 公开更正: nothing that was public is replaced in silence. */
export const RES_161: RuleHeader = {
  id: 'RES-161',
  name: '再次公开须写明更正原因',
  stage: 'results',
  kind: 'gate',
  severity: 'error',
  source: cite('jiheng-default', '公开内容的更正保留原版本并写明原因'),
  standing: 'proposal',
}

/** @param published what would be public now, as the next version */
export function checkCorrection(
  { published, version }: PublishedProject,
  earlier: { readonly hasResult: boolean },
): Finding[] {
  const message = `这个项目的评价结果已经公开过，这次是第${version}版：请写明更正什么、为什么。原版本保留可查。`
  return foundIf(earlier.hasResult && !isWritten(published.correction), RES_161, message, {
    section: 'content',
    field: 'correctionReason',
  })
}
