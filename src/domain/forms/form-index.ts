import type { Content, ContentRow, FieldDefinition, FormDefinition, SectionDefinition } from './form.ts'

/** Where a field stands in its form. */
export type PlacedField = {
  readonly section: string
  readonly field: FieldDefinition
  /** The section itself, for when it is in question. */
  readonly within: SectionDefinition
}

const INDEXES = new WeakMap<FormDefinition, ReadonlyMap<string, PlacedField>>()

/** Field id → its place; built once per form. */
export function fieldsOf(form: FormDefinition): ReadonlyMap<string, PlacedField> {
  const known = INDEXES.get(form)
  if (known) return known
  const made = new Map(
    form.sections.flatMap((section) =>
      section.fields.map((field) => [field.id, { section: section.id, field, within: section }] as const),
    ),
  )
  INDEXES.set(form, made)
  return made
}

export function findField(form: FormDefinition, id: string): FieldDefinition | undefined {
  return fieldsOf(form).get(id)?.field
}

/** Every row of a table of its own carries the id the system gave it; no form needs to say so. */
export const ROW_ID: FieldDefinition = { id: 'id', label: '行号', type: 'text', max: 40, readonly: true }

/** The columns of a table, with the row id where the rows live in a table of their own. */
export function columnsOf(field: FieldDefinition): readonly FieldDefinition[] {
  const columns = field.columns ?? []
  return field.bound ? [ROW_ID, ...columns] : columns
}

/**
 * The column that names a row the system made (fund, indicator, rubric item). Where a table's first
 * column is filled in by the system, its rows are too: people fill them in but add and drop none.
 */
export function fixedKeyOf(field: FieldDefinition): string | undefined {
  const first = field.columns?.[0]
  return first?.readonly ? first.id : undefined
}

/** The rows of a table field, or none; survives anything that arrives. */
export function rowsOf(content: unknown, field: string): readonly ContentRow[] {
  const value = isObject(content) ? content[field] : undefined
  return Array.isArray(value) ? (value.filter(isObject) as ContentRow[]) : []
}

export function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What a new record of this form begins with: the rows an official list prints beforehand. */
export function initialContent(form: FormDefinition): Content {
  const rows = [...fieldsOf(form).values()].filter(({ field }) => field.defaultRows)
  return Object.fromEntries(rows.map(({ field }) => [field.id, field.defaultRows ?? []]))
}

/** The Chinese of a stored choice: `optionLabel(form, 'indicators', 'output', 'level1')` → 产出指标. */
export function optionLabel(
  form: FormDefinition,
  fieldId: string,
  value: unknown,
  columnId?: string,
): string {
  const field = findField(form, fieldId)
  const holder = columnId === undefined ? field : field?.columns?.find((column) => column.id === columnId)
  return (
    holder?.options?.find((option) => option.value === value)?.label ?? (value == null ? '' : String(value))
  )
}
