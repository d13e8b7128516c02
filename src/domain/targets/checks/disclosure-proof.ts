import type { TargetsSheetContent } from '../../forms/contents.ts'
import { foundIf, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** TGT-112 公开凭据: an address or a picture shows that the target can be read by everybody. */
export const TGT_112: RuleHeader = {
  id: 'TGT-112',
  name: '绩效目标公开凭据',
  stage: 'targets',
  kind: 'check',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（二）同步公开'),
}

export function checkDisclosureProof({
  disclosureUrl,
  disclosureEvidence,
}: Pick<TargetsSheetContent, 'disclosureUrl' | 'disclosureEvidence'>): Finding[] {
  const hasProof = isWritten(disclosureUrl) || (disclosureEvidence ?? []).length > 0
  const where = { section: 'disclosure', field: 'disclosureUrl' }
  return foundIf(!hasProof, TGT_112, '请填写公开网址，或上传公开页面截图。', where)
}
