import { type CheckedPart, changedParts } from '../../disclosure/package-parts.ts'
import type { ResultsDisclosureContent } from '../../forms/contents.ts'
import { found, foundIf, isWritten } from '../../shared/check.ts'
import { type DateText, daysBetween } from '../../shared/dates.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** RES-105 公开: nothing secret or personal leaves the house; where it can be read is on record. */
export const RES_105: RuleHeader = {
  id: 'RES-105',
  name: '评价结果公开',
  stage: 'results',
  kind: 'gate',
  severity: 'error',
  source: cite('law-information-disclosure', '第十四条、第十五条、第十七条'),
}

const ON_THE_WEB = ['governmentPortal', 'budgetPlatform', 'departmentSite']

/** RES-105: what is published is what the second person checked; it is gathered from records that go on. */
export function checkUnchanged(checked: readonly CheckedPart[], now: readonly CheckedPart[]): Finding[] {
  const changed = changedParts(checked, now)
  if (changed.length === 0) return []
  const message = `第二人核查以后，公开数据有变化：${changed.join('、')}。请退回修改，重新提交后由第二人再次核查。`
  return [found(RES_105, message, { section: 'publication', field: 'checked' })]
}

export function checkDisclosure(
  content: ResultsDisclosureContent,
  given: { readonly isClassified: boolean; readonly today: DateText },
): Finding[] {
  if (given.isClassified) return [found(RES_105, '涉密项目的评价结果不得公开，请按保密规定办理。')]
  return [...checkSecrets(content), ...checkPlace(content), ...checkDay(content, given.today)]
}

function checkSecrets(content: ResultsDisclosureContent): Finding[] {
  const at = (field: string) => ({ section: 'content', field })
  return [
    ...foundIf(
      content.isSecrecyChecked !== true,
      RES_105,
      '还没有做保密审查，请审查后勾选“已做保密审查”。',
      at('isSecrecyChecked'),
    ),
    ...foundIf(
      content.isPersonalDataChecked !== true,
      RES_105,
      '还没有检查个人信息，请遮盖后勾选“已遮盖个人信息”。',
      at('isPersonalDataChecked'),
    ),
  ]
}

function checkPlace({ carrier, url }: ResultsDisclosureContent): Finding[] {
  const isMissing = ON_THE_WEB.includes(carrier ?? '') && !isWritten(url)
  return foundIf(isMissing, RES_105, '在网站公开的，请填写公开网址。', { section: 'place', field: 'url' })
}

function checkDay({ disclosedOn, dueOn }: ResultsDisclosureContent, today: DateText): Finding[] {
  if (!disclosedOn) return []
  const where = { section: 'place', field: 'disclosedOn' }
  if (disclosedOn > today) return [found(RES_105, '公开日期晚于今天，请在实际公开后填写。', where)]
  if (!dueOn || disclosedOn <= dueOn) return []
  const message = `应在 ${dueOn} 前公开，已逾期 ${daysBetween(dueOn, disclosedOn)} 天，请说明原因。`
  return [found(RES_105, message, where, 'warning')]
}
