import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** RES-201 整改前置: overdue and unverified rectification stops the next arrangement. */
export const RES_201: RuleHeader = {
  id: 'RES-201',
  name: '整改逾期未到位不得安排预算',
  stage: 'results',
  kind: 'gate',
  severity: 'error',
  source: cite('cz-2020-10', '评价结果应用'),
}

export function checkRectificationGate(input: { readonly overdueTasks: number }): Finding[] {
  const message = `本项目有 ${input.overdueTasks} 项整改逾期未到位，不得安排预算，请督促整改并核实后再安排。`
  return foundIf(input.overdueTasks > 0, RES_201, message, { section: 'arrangement' })
}
