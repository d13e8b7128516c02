import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** ORG-202 阶段轮换: whoever judged plan or target should not judge the outcome. A warning. */
export const ORG_202: RuleHeader = {
  id: 'ORG-202',
  name: '同一机构参与前期工作',
  stage: 'evaluation',
  kind: 'check',
  severity: 'warning',
  source: cite('cz-2021-6', '严格避免利益冲突'),
  standing: 'seen',
}

/** @param earlier institutions that took part in ex-ante evaluation or target review of the project */
export function checkRotation(agencyId: string, earlier: readonly string[]): Finding[] {
  const message = '该机构参加过本项目的事前评估或目标审核，为避免自己评价自己的意见，建议另选机构。'
  return foundIf(earlier.includes(agencyId), ORG_202, message, { section: 'plan', field: 'agency' })
}
