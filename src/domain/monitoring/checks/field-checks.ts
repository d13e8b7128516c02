import type { MonitoringRoundContent } from '../../forms/contents.ts'
import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** MON-105 重点监控须有现场检查: key monitoring goes and looks. */
export const MON_105: RuleHeader = {
  id: 'MON-105',
  name: '重点监控须有现场检查',
  stage: 'monitoring',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（三）结合调研、项目检查等形式'),
}

/** @param isKey whether the project is under key monitoring; pilot projects are */
export function checkFieldChecks({ fieldChecks }: MonitoringRoundContent, isKey: boolean): Finding[] {
  const message = '重点监控项目至少要有一次现场检查记录，请在“调研和现场检查”中登记。'
  return foundIf(isKey && (fieldChecks ?? []).length === 0, MON_105, message, {
    section: 'fieldChecks',
    field: 'fieldChecks',
  })
}
