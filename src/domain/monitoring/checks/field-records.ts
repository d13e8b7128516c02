import type { MonitoringRoundContent } from '../../forms/contents.ts'
import { foundIf, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** MON-030 检查记录齐全: a field record of key monitoring shows how, with a photo and a signature. */
export const MON_030: RuleHeader = {
  id: 'MON-030',
  name: '现场检查记录齐全',
  stage: 'monitoring',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（三）结合调研、项目检查等形式'),
}

/** @param isKey whether the project is under key monitoring; of others a record may be shorter */
export function checkFieldRecords({ fieldChecks }: MonitoringRoundContent, isKey: boolean): Finding[] {
  if (!isKey) return []
  return (fieldChecks ?? []).flatMap((row, index) => {
    const where = { section: 'fieldChecks', field: 'fieldChecks', row: index }
    const name = `第${index + 1}次检查`
    return [
      ...foundIf(!row.form, MON_030, `${name}没有写明是调研还是项目检查，请选择形式。`, {
        ...where,
        column: 'form',
      }),
      ...foundIf((row.photos ?? []).length === 0, MON_030, `${name}没有现场照片，请上传。`, {
        ...where,
        column: 'photos',
      }),
      ...foundIf(!isWritten(row.signedBy), MON_030, `${name}没有被检查单位签字人，请补充。`, {
        ...where,
        column: 'signedBy',
      }),
    ]
  })
}
