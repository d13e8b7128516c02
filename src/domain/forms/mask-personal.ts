import type { Content, ContentRow, ContentValue, FieldDefinition, FormDefinition } from './form.ts'
import { isBlank } from './value.ts'

/** What stands in the place of a name or of somebody's own words. */
export const MASKED = '（个人信息，查阅时遮盖）'

/**
 * Content without what names people or carries their words: the same fields that enter the contract ledger
 * only as commitments. What is blank stays blank, so that it still shows what was filled in.
 */
export function maskPersonal(form: FormDefinition, content: Content): Content {
  const fields = new Map(form.sections.flatMap(({ fields }) => fields.map((field) => [field.id, field])))
  return Object.fromEntries(
    Object.entries(content).map(([id, value]) => [id, maskValue(fields.get(id), value)]),
  )
}

function maskValue(field: FieldDefinition | undefined, value: ContentValue): ContentValue {
  if (field === undefined || isBlank(value)) return value
  if (isPersonal(field)) return MASKED
  if (field.type !== 'rows' || !Array.isArray(value)) return value
  const personal = new Set((field.columns ?? []).filter(isPersonal).map(({ id }) => id))
  if (personal.size === 0) return value
  return (value as readonly ContentRow[]).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([id, cell]) => [id, personal.has(id) && !isBlank(cell) ? MASKED : cell]),
    ),
  )
}

function isPersonal({ isPersonal: isMarked, type }: FieldDefinition): boolean {
  return isMarked === true || type === 'person'
}
