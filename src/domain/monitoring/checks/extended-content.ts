import type { MonitoringRoundContent } from '../../forms/contents.ts'
import { foundIf, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** MON-031 扩展内容: key monitoring also looks at procurement, tendering, acceptance and accounting. */
export const MON_031: RuleHeader = {
  id: 'MON-031',
  name: '重点监控的扩展内容',
  stage: 'monitoring',
  kind: 'gate',
  severity: 'error',
  source: cite('cz-2019-136', '重点政策和重大项目的监控内容'),
  standing: 'memory',
}

/** @param isKey only key monitoring must answer every line; whatever has a problem is explained anyway */
export function checkExtendedContent({ extended }: MonitoringRoundContent, isKey: boolean): Finding[] {
  return (extended ?? []).flatMap((row, index) => {
    const where = { section: 'extended', field: 'extended', row: index }
    return [
      ...foundIf(isKey && !row.state, MON_031, `扩展内容第${index + 1}行没有填写进展，没有的选“不涉及”。`, {
        ...where,
        column: 'state',
      }),
      ...foundIf(
        row.state === 'problem' && !isWritten(row.facts),
        MON_031,
        `扩展内容第${index + 1}行有问题，请写明情况。`,
        { ...where, column: 'facts' },
      ),
    ]
  })
}
