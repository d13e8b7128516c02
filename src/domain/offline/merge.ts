import type { Content, ContentRow, ContentValue, FieldDefinition, FormDefinition } from '../forms/form.ts'
import { isBlank } from '../forms/value.ts'
import { alikeness } from './match-rows.ts'
import { isTypable, rowsFields, shownColumns, simpleFields, takesRows } from './open-fields.ts'
import type { ReadBack } from './read-back.ts'
import { keyedRows, type KeyedRow, nameColumn } from './row-keys.ts'

export type Side = 'mine' | 'theirs'

/** One place where the file and the record differ now. */
export type MergeItem = {
  /** `total_fen`, `indicators/<row>`, `indicators/<row>/name`, `indicators/@order`. */
  readonly key: string
  readonly section: string
  readonly field: string
  readonly row?: string
  /** The name people know the row by. */
  readonly rowName?: string
  readonly column?: string
  readonly kind: 'value' | 'row' | 'order'
  readonly base: ContentValue
  readonly mine: ContentValue
  readonly theirs: ContentValue
  /** Which side changed since the workbook was made; both: somebody must decide. */
  readonly changed: Side | 'conflict'
}

export type Merge = {
  readonly items: readonly MergeItem[]
  /** Rows as the file has them, every one under the key it has in the record, if it has one there. */
  readonly theirs: { readonly [field: string]: readonly KeyedRow[] }
}

export type MergeInput = {
  readonly form: FormDefinition
  readonly openSections: readonly string[]
  readonly base: Content
  /** The record as it stands now. */
  readonly mine: Content
  readonly theirs: Pick<ReadBack, 'values' | 'rows'>
}

/**
 * Three-way merge of a record and a workbook that was made from an earlier version of it. Only what this
 * person may write is compared. Nothing is decided here: `applyMerge` takes the decisions.
 */
export function mergeThreeWay(input: MergeInput): Merge {
  const items: MergeItem[] = []
  const theirs: Record<string, readonly KeyedRow[]> = {}
  for (const section of input.form.sections) {
    if (!input.openSections.includes(section.id)) continue
    for (const field of simpleFields(section).filter(isTypable)) {
      const [base, mine] = [input.base[field.id] ?? null, input.mine[field.id] ?? null]
      const item = compare(base, mine, input.theirs.values[field.id] ?? null)
      if (item) items.push({ ...item, key: field.id, section: section.id, field: field.id, kind: 'value' })
    }
    for (const field of rowsFields(section)) {
      const merged = mergeTable(input, section.id, field)
      theirs[field.id] = merged.theirs
      items.push(...merged.items)
    }
  }
  return { items, theirs }
}

type Compared = Pick<MergeItem, 'base' | 'mine' | 'theirs' | 'changed'>

function compare(base: ContentValue, mine: ContentValue, theirs: ContentValue): Compared | undefined {
  if (isSame(mine, theirs)) return undefined
  const changed = isSame(base, mine) ? 'theirs' : isSame(base, theirs) ? 'mine' : 'conflict'
  return { base, mine, theirs, changed }
}

function mergeTable(input: MergeInput, section: string, field: FieldDefinition) {
  const base = keyedRows(field, input.base)
  const mine = keyedRows(field, input.mine)
  const theirs = pairNewRows(field, base, mine, input.theirs.rows[field.id] ?? [])
  const keys = [...new Set([...mine, ...theirs].map(({ key }) => key))]
  const place = { section, field: field.id }
  const items = keys.flatMap((key): MergeItem[] => {
    const [was, own, other] = [base, mine, theirs].map((rows) => rows.find((row) => row.key === key)?.row)
    const rowName = String((own ?? other)?.[nameColumn(field)?.id ?? ''] ?? '')
    const at = { ...place, row: key, rowName }
    if (own && other) return cellItems(field, was ?? {}, own, other, at)
    const item = compareRows(field, was, own, other)
    return item && takesRows(field) ? [{ ...item, ...at, key: `${field.id}/${key}`, kind: 'row' }] : []
  })
  return { items: [...items, ...orderItem(place, base, mine, theirs)], theirs }
}

function cellItems(
  field: FieldDefinition,
  base: ContentRow,
  mine: ContentRow,
  theirs: ContentRow,
  at: { readonly section: string; readonly field: string; readonly row: string; readonly rowName: string },
): MergeItem[] {
  return shownColumns(field)
    .filter(isTypable)
    .flatMap(({ id }) => {
      const item = compare(base[id] ?? null, mine[id] ?? null, theirs[id] ?? null)
      return item
        ? [{ ...item, ...at, key: `${at.field}/${at.row}/${id}`, column: id, kind: 'value' as const }]
        : []
    })
}

/** A row that only one side has: added there, or taken out on the other. */
function compareRows(
  field: FieldDefinition,
  base: ContentRow | undefined,
  mine: ContentRow | undefined,
  theirs: ContentRow | undefined,
): Compared | undefined {
  const kept = mine ?? theirs
  if (!kept) return undefined
  const isUntouched = base !== undefined && isSameRow(field, base, kept)
  const holder = mine ? 'mine' : 'theirs'
  const other = mine ? 'theirs' : 'mine'
  const changed = base === undefined ? holder : isUntouched ? other : 'conflict'
  const list = (row: ContentRow | undefined) => (row ? [row] : null)
  return { base: list(base), mine: list(mine), theirs: list(theirs), changed }
}

/**
 * A row that is new in the file may be in the record already (the same file brought back twice, or typed
 * by somebody in between): then both are one row.
 */
function pairNewRows(
  field: FieldDefinition,
  base: readonly KeyedRow[],
  mine: readonly KeyedRow[],
  theirs: readonly KeyedRow[],
): readonly KeyedRow[] {
  const known = new Set(base.map(({ key }) => key))
  const free = mine.filter(({ key }) => !known.has(key))
  const name = nameColumn(field)?.id ?? ''
  const taken = new Set<string>()
  return theirs.map((own) => {
    if (known.has(own.key)) return own
    const twin = free.find(
      ({ key, row }) =>
        !taken.has(key) && alikeness(String(row[name] ?? ''), String(own.row[name] ?? '')) === 1,
    )
    if (!twin) return own
    taken.add(twin.key)
    return { key: twin.key, row: own.row }
  })
}

/** The rows both sides have, in another order. */
function orderItem(
  place: { readonly section: string; readonly field: string },
  base: readonly KeyedRow[],
  mine: readonly KeyedRow[],
  theirs: readonly KeyedRow[],
): MergeItem[] {
  const common = new Set(mine.map(({ key }) => key).filter((key) => theirs.some((row) => row.key === key)))
  const orderOf = (rows: readonly KeyedRow[]) => rows.map(({ key }) => key).filter((key) => common.has(key))
  const known = new Set(base.map(({ key }) => key))
  const before = orderOf(base)
  const [own, other] = [orderOf(mine), orderOf(theirs)]
  if (isSame(own, other)) return []
  const inBase = (keys: readonly string[]) => keys.filter((key) => known.has(key))
  const changed = isSame(inBase(own), before) ? 'theirs' : isSame(inBase(other), before) ? 'mine' : 'conflict'
  return [
    {
      ...place,
      key: `${place.field}/@order`,
      kind: 'order',
      base: before,
      mine: own,
      theirs: other,
      changed,
    },
  ]
}

export function isSame(a: ContentValue, b: ContentValue): boolean {
  if (isBlank(a) && isBlank(b)) return true
  return JSON.stringify(a) === JSON.stringify(b)
}

function isSameRow(field: FieldDefinition, a: ContentRow, b: ContentRow): boolean {
  return shownColumns(field).every(({ id }) => isSame(a[id] ?? null, b[id] ?? null))
}
