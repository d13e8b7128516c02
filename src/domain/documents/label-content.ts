import type { Content, ContentRow, ContentValue, FieldDefinition, FormDefinition } from '../forms/form.ts'
import { withOwnLabel } from '../forms/own-label.ts'

/** Finds the name of a person or an organisation; `undefined` when it is not known. */
export type NameOf = (id: string) => string | undefined

/** Content whose choices, persons and organisations are already words; all else is unchanged. */
export type Labelled<T> = { readonly [K in keyof T]: LabelledValue<T[K]> }
type LabelledValue<V> = V extends string
  ? string
  : V extends readonly (infer One)[]
    ? readonly (One extends string ? string : Labelled<One>)[]
    : V

/**
 * The content of a record as documents print it: choices become their labels, persons and
 * organisations their names. Everything else (fen, dates, scores) keeps its form, because the
 * document decides how to write it. Values no field knows are left out.
 */
export function labelContent<T extends object>(
  form: FormDefinition,
  content: T,
  nameOf: NameOf,
): Labelled<T> {
  const given = content as Content
  const labelled: Record<string, ContentValue> = {}
  for (const field of form.sections.flatMap((section) => section.fields)) {
    const value = given[field.id]
    if (value !== undefined) labelled[field.id] = labelValue(field, value, nameOf)
  }
  return labelled as Labelled<T>
}

function labelValue(field: FieldDefinition, value: ContentValue, nameOf: NameOf): ContentValue {
  if (field.type === 'rows' && Array.isArray(value)) {
    return (value as readonly ContentRow[]).map((row) => labelRow(field.columns ?? [], row, nameOf))
  }
  if (Array.isArray(value)) return (value as readonly string[]).map((one) => labelOne(field, one, nameOf))
  return typeof value === 'string' ? labelOne(field, value, nameOf) : value
}

function labelRow(columns: readonly FieldDefinition[], row: ContentRow, nameOf: NameOf): ContentRow {
  const byId = new Map(columns.map((column) => [column.id, column]))
  return Object.fromEntries(
    Object.entries(row).map(([id, value]) => {
      const column = byId.get(id)
      if (column === undefined) return [id, value]
      return [id, labelValue(withOwnLabel(column, row), value, nameOf) as ContentRow[string]]
    }),
  )
}

function labelOne(field: FieldDefinition, value: string, nameOf: NameOf): string {
  if (field.type === 'person' || field.type === 'organisation') return nameOf(value) ?? value
  return field.options?.find((option) => option.value === value)?.label ?? value
}
