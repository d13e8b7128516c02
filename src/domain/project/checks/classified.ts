import type { ProjectEntryContent } from '../../forms/contents.ts'
import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** ORG-101 涉密项目: only the register number enters the system, nothing else. */
export const ORG_101: RuleHeader = {
  id: 'ORG-101',
  name: '涉密项目只登记编号',
  stage: 'project',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-377', '第三条'),
  standing: 'seen',
}

const ALLOWED = ['isClassified', 'registerNumber']

export function checkClassified(content: ProjectEntryContent): Finding[] {
  if (content.isClassified !== true) return []
  const other = Object.entries(content)
    .filter(([field, value]) => !ALLOWED.includes(field) && !isEmpty(value))
    .map(([field]) => field)
  const message = '涉密项目只能填写登记编号，请清空其他内容后再保存。'
  return foundIf(other.length > 0, ORG_101, message, {
    section: 'secrecy',
    field: other[0] ?? 'isClassified',
  })
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}
