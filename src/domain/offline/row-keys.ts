import type { Content, ContentRow, FieldDefinition } from '../forms/form.ts'
import { fixedKeyOf, rowsOf } from '../forms/form-index.ts'
import { isBlank } from '../forms/value.ts'

/** A row and what names it for good: the row id, the column of an official list, or its place. */
export type KeyedRow = { readonly key: string; readonly row: ContentRow }

export function keyedRows(field: FieldDefinition, content: Content): KeyedRow[] {
  const fixed = fixedKeyOf(field)
  return rowsOf(content, field.id).map((row, index) => {
    const own = row['id'] ?? (fixed === undefined ? undefined : row[fixed])
    return { key: isBlank(own) ? `#${index}` : String(own), row }
  })
}

/** The column by which people know a row: 三级指标, or the first text column. */
export function nameColumn(field: FieldDefinition): FieldDefinition | undefined {
  const columns = field.columns ?? []
  const isText = ({ type }: FieldDefinition) => type === 'text' || type === 'longtext'
  return columns.find(({ id }) => id === 'name') ?? columns.find(isText) ?? columns[0]
}
