import { found } from '../../shared/check.ts'
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
  parameters: ['results.unrectified_gate'],
}

/** Who let the money be arranged all the same, by name and with a reason. */
export type Permission = { readonly by: string; readonly reason: string }

/**
 * Of the project's own year and all earlier ones: what is put right is found by the evaluation of an earlier year.
 * An error while the place has the rule switched on and no leader has permitted the arrangement; otherwise a
 * warning that says which of the two it is.
 */
export function checkRectificationGate(input: {
  readonly overdueTasks: number
  readonly isOn: boolean
  readonly permission?: Permission | undefined
}): Finding[] {
  const { overdueTasks, isOn, permission } = input
  if (overdueTasks === 0) return []
  const where = { section: 'arrangement' }
  const owed = `本项目有 ${overdueTasks} 项整改逾期未到位`
  if (permission) {
    const message = `${owed}，${permission.by}特批安排：${permission.reason}`
    return [found(RES_201, message, where, 'warning')]
  }
  return isOn
    ? [found(RES_201, `${owed}，不得安排预算，请督促整改并核实后再安排，或报财政分管领导特批。`, where)]
    : [found(RES_201, `${owed}，请在安排时考虑并督促整改。`, where, 'warning')]
}
