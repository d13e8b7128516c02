import { foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** ORG-201 主体分离: who commissions, who carries out and who is judged are three. */
export const ORG_201: RuleHeader = {
  id: 'ORG-201',
  name: '委托方、受托方与评价对象分离',
  stage: 'evaluation',
  kind: 'gate',
  severity: 'error',
  source: cite('cz-2021-6', '责权清晰、主体分离'),
  standing: 'seen',
}

/** An organisation and the ones above it, nearest first. */
export type Line = { readonly id: string; readonly above: readonly string[] }

export type SeparationInput = {
  readonly commissioner: Line
  readonly agency: Line
  /** Whoever is judged, and the department that answers for it; both the same for its own projects. */
  readonly object: { readonly unitId: string; readonly departmentId: string }
}

/**
 * A department may commission for its subordinate units, never a body for itself or from below; and
 * no institution judges the house it belongs to or depends on.
 */
export function checkSeparation({ commissioner, agency, object }: SeparationInput): Finding[] {
  const judged = [object.unitId, object.departmentId]
  const where = { section: 'plan', field: 'agency' }
  const isBelow = isOfUnit(commissioner, object)
  const isOwned = [agency.id, ...agency.above].some((id) => judged.includes(id))
  return [
    ...foundIf(
      isBelow,
      ORG_201,
      '委托方就是被评价单位或其下属单位，不能委托评价，请由财政或主管部门委托。',
      where,
    ),
    ...foundIf(agency.id === commissioner.id, ORG_201, '受托机构与委托方是同一单位，请另选机构。', where),
    ...foundIf(
      isOwned,
      ORG_201,
      '受托机构与被评价单位或其主管部门存在隶属关系，不能评价本项目，请另选机构。',
      where,
    ),
  ]
}

/** The same of an office that evaluates with people of its own: it is not the one that is judged. */
export function checkOrganiser(organiser: Line, object: SeparationInput['object']): Finding[] {
  const message = '组织评价的单位就是被评价单位或其下属单位，不能评价，请由财政或主管部门组织。'
  return foundIf(isOfUnit(organiser, object), ORG_201, message, { section: 'plan', field: 'executorKind' })
}

function isOfUnit({ id, above }: Line, { unitId }: SeparationInput['object']): boolean {
  return [id, ...above].includes(unitId)
}
