import type { Content, ContentRow, ContentValue, FormDefinition } from '../../domain/forms/form.ts'
import { validateContent } from '../../domain/forms/validate.ts'
import { isBlank } from '../../domain/forms/value.ts'
import type { Finding } from '../../domain/shared/finding.ts'

/** What is sent to be saved: the changed fields, and what had to stay behind because it cannot be stored. */
export type Patch = { readonly content: Content; readonly heldBack: readonly Finding[] }

/**
 * The changed fields this person may write. Empty values are sent as null. A field that cannot be
 * stored as it stands is held back with the reason, so that it does not hold up the others.
 */
export function patchOf(given: {
  readonly form: FormDefinition
  readonly sections: readonly string[]
  readonly before: Content
  readonly now: Content
}): Patch {
  const fields = given.form.sections
    .filter(({ id }) => given.sections.includes(id))
    .flatMap((section) => section.fields.filter((field) => !field.readonly))
  const changed = fields
    .map(({ id }) => [id, stored(given.now[id])] as const)
    .filter(([id, value]) => JSON.stringify(value) !== JSON.stringify(stored(given.before[id])))
  const whole = Object.fromEntries(changed.filter(([, value]) => value !== null))
  const faults = validateContent(given.form, whole, { mode: 'draft' })
  const isFaulty = (id: string) => faults.some(({ where }) => where.field === id)
  return { content: Object.fromEntries(changed.filter(([id]) => !isFaulty(id))), heldBack: faults }
}

/** Whether what was typed is what the server holds already, blanks aside. */
export function isStoredAlready(typed: Content, held: Content): boolean {
  return Object.keys(typed).every(
    (id) => JSON.stringify(stored(typed[id])) === JSON.stringify(stored(held[id])),
  )
}

/** A value as it is stored: blanks become null, blank cells and blank rows are left out. */
function stored(value: ContentValue | undefined): ContentValue {
  if (value === undefined || isBlank(value)) return null
  if (!Array.isArray(value) || typeof value[0] !== 'object') return value
  const rows = (value as readonly ContentRow[]).map(withoutBlanks).filter((row) => !isBlankRow(row))
  return rows.length === 0 ? null : rows
}

function withoutBlanks(row: ContentRow): ContentRow {
  return Object.fromEntries(Object.entries(row).filter(([, cell]) => !isBlank(cell)))
}

export function isBlankRow(row: ContentRow): boolean {
  return Object.entries(row).every(([column, cell]) => column === 'id' || isBlank(cell))
}

/**
 * Takes over what the server computed (readonly fields and columns) without touching what was typed.
 * Rows are matched by their id or, where they have none, by place while their number is the same.
 */
export function mergeComputed(form: FormDefinition, typed: Content, answered: Content): Content {
  const merged: Record<string, ContentValue> = { ...typed }
  for (const field of form.sections.flatMap((section) => section.fields)) {
    const value = answered[field.id]
    if (field.readonly) merged[field.id] = value ?? null
    else if (field.type === 'rows' && value !== undefined) {
      const computed = (field.columns ?? []).filter((column) => column.readonly).map(({ id }) => id)
      merged[field.id] = mergeRows(computed, typed[field.id], value)
    }
  }
  return merged
}

function mergeRows(
  computed: readonly string[],
  typed: ContentValue | undefined,
  answered: ContentValue,
): ContentValue {
  if (!Array.isArray(typed) || !Array.isArray(answered)) return typed ?? answered
  const known = answered as readonly ContentRow[]
  const byId = new Map(known.filter(({ id }) => !isBlank(id)).map((row) => [row['id'], row]))
  const isAligned = known.length === typed.length
  return (typed as readonly ContentRow[]).map((row, index) => {
    const own = byId.get(row['id'] ?? null) ?? (isAligned ? known[index] : undefined)
    if (own === undefined) return row
    const columns = isBlank(row['id']) && !isBlank(own['id']) ? [...computed, 'id'] : computed
    return { ...row, ...Object.fromEntries(columns.map((column) => [column, own[column] ?? null])) }
  })
}
