import type { ContentRow, FieldDefinition } from '../../../domain/forms/form.ts'
import { fixedKeyOf } from '../../../domain/forms/form-index.ts'
import { isLabelColumn } from '../../../domain/forms/own-label.ts'
import { isBlank } from '../../../domain/forms/value.ts'

const NUMERIC: readonly FieldDefinition['type'][] = ['money', 'integer', 'decimal', 'percent']

export function isNumeric({ type }: FieldDefinition): boolean {
  return NUMERIC.includes(type)
}

/** Ids of the system say nothing to a reader. */
const INTERNAL = ['id', 'indicatorId', 'milestoneId']

function isInternal({ id, readonly }: FieldDefinition): boolean {
  return readonly === true && INTERNAL.includes(id)
}

/** Columns to write in. */
export function editColumns(field: FieldDefinition): readonly FieldDefinition[] {
  const columns = field.columns ?? []
  return columns.filter((column) => !isInternal(column) && !isLabelColumn(column, columns))
}

/** Columns to read: those no row has filled are left out once there are more than a page can hold. */
export function shownColumns(
  field: FieldDefinition,
  rows: readonly ContentRow[],
): readonly FieldDefinition[] {
  const columns = editColumns(field)
  if (columns.length <= 8 || rows.length === 0) return columns
  return columns.filter((column) => column.required || rows.some((row) => !isBlank(row[column.id])))
}

/** Rows that the system made (their first column is its own) are filled in, not added or removed. */
export function hasFixedRows(field: FieldDefinition): boolean {
  return fixedKeyOf(field) !== undefined
}

const WIDTHS: Readonly<Record<FieldDefinition['type'], number>> = {
  text: 150,
  longtext: 220,
  integer: 80,
  decimal: 96,
  percent: 80,
  money: 124,
  date: 112,
  choice: 118,
  choices: 170,
  boolean: 72,
  files: 170,
  person: 130,
  organisation: 170,
  rows: 200,
}

/** Width in pixels; a short choice (a sign) takes no more than it needs. */
export function widthOf(column: FieldDefinition): number {
  const longest = Math.max(0, ...(column.options ?? []).map(({ label }) => label.length))
  if (column.type === 'choice' && longest > 0) return Math.max(64, Math.min(190, longest * 15 + 30))
  if (column.id === 'name' || column.id === 'item') return 200
  if (column.type === 'text' && (column.max ?? 0) <= 30) return 90
  return Math.max(WIDTHS[column.type], column.label.length * 14 + 20)
}
