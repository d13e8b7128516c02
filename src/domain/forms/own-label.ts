import type { ContentRow, FieldDefinition } from './form.ts'

/**
 * A choice as it reads in this row: the words of its `labelledBy` column where they are filled in, else
 * the labels of the form. Codes stay the same; what they are called differs between templates.
 */
export function withOwnLabel(column: FieldDefinition, row: ContentRow): FieldDefinition {
  const label = column.labelledBy === undefined ? undefined : row[column.labelledBy]
  if (typeof label !== 'string' || label === '') return column
  return { ...column, options: [{ value: String(row[column.id]), label }] }
}

/** Whether a column only carries the words of another one; it is read there and not shown itself. */
export function isLabelColumn({ id }: FieldDefinition, columns: readonly FieldDefinition[]): boolean {
  return columns.some(({ labelledBy }) => labelledBy === id)
}
