import type {
  Content,
  ContentRow,
  ContentValue,
  FieldDefinition,
  FormDefinition,
} from '../../domain/forms/form.ts'
import { isBlank } from '../../domain/forms/value.ts'

/** One place where two contents differ: a field, a cell, or a row that was added or removed. */
export type Difference = {
  readonly section: string
  readonly field: string
  readonly row?: number
  readonly column?: string
  readonly kind: 'changed' | 'added' | 'removed'
  readonly before: ContentValue | undefined
  readonly after: ContentValue | undefined
}

/** Columns that name a row for good; rows are matched by the first one that is filled. */
const ROW_KEYS = ['id', 'indicatorId', 'milestoneId', 'itemCode', 'quarter'] as const

function rowsOf(value: ContentValue | undefined): readonly ContentRow[] {
  return Array.isArray(value) ? (value as readonly ContentRow[]) : []
}

function isSame(a: ContentValue | undefined, b: ContentValue | undefined): boolean {
  if (isBlank(a) && isBlank(b)) return true
  return JSON.stringify(a) === JSON.stringify(b)
}

function keyOf(row: ContentRow, index: number): string {
  const column = ROW_KEYS.find((key) => !isBlank(row[key]))
  return column === undefined ? `#${index}` : `${column}=${String(row[column])}`
}

/** Everything that differs, in the order of the form. */
export function differencesOf(form: FormDefinition, before: Content, after: Content): readonly Difference[] {
  return form.sections.flatMap((section) =>
    section.fields.flatMap((field) => fieldDifferences(section.id, field, before[field.id], after[field.id])),
  )
}

function fieldDifferences(
  section: string,
  field: FieldDefinition,
  before: ContentValue | undefined,
  after: ContentValue | undefined,
): readonly Difference[] {
  if (field.type !== 'rows') {
    return isSame(before, after) ? [] : [{ section, field: field.id, kind: 'changed', before, after }]
  }
  const place = { section, field: field.id }
  const old = new Map(rowsOf(before).map((row, index) => [keyOf(row, index), row]))
  const now = rowsOf(after)
  const keys = new Set(now.map(keyOf))
  const changed = now.flatMap((row, index): readonly Difference[] => {
    const earlier = old.get(keyOf(row, index))
    if (earlier === undefined)
      return [{ ...place, row: index, kind: 'added', before: undefined, after: [row] }]
    return (field.columns ?? [])
      .filter(({ id }) => !isSame(earlier[id], row[id]))
      .map(({ id }) => ({
        ...place,
        row: index,
        column: id,
        kind: 'changed',
        before: earlier[id],
        after: row[id],
      }))
  })
  const removed = [...old].filter(([key]) => !keys.has(key))
  return [
    ...changed,
    ...removed.map(([, row]): Difference => ({ ...place, kind: 'removed', before: [row], after: undefined })),
  ]
}
