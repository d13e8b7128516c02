import type { Content, ContentRow, ContentValue, FormDefinition } from '../forms/form.ts'
import { findField } from '../forms/form-index.ts'
import type { Merge, MergeItem, Side } from './merge.ts'
import { keyedRows, type KeyedRow } from './row-keys.ts'

/** What a person chose, by the key of the item. */
export type Choices = { readonly [key: string]: Side }

/** The side that counts for an item; nothing while a conflict is undecided. */
export function sideOf(item: MergeItem, choices: Choices): Side | undefined {
  return choices[item.key] ?? (item.changed === 'conflict' ? undefined : item.changed)
}

/** Conflicts nobody has decided yet. */
export function undecided(items: readonly MergeItem[], choices: Choices): readonly MergeItem[] {
  return items.filter((item) => sideOf(item, choices) === undefined)
}

/**
 * The fields of the record that change, with their new values; undecided conflicts keep the record's.
 * @returns a patch as saving takes it: only changed fields, an emptied one as null
 */
export function applyMerge(form: FormDefinition, mine: Content, merge: Merge, choices: Choices): Content {
  const taken = merge.items.filter((item) => sideOf(item, choices) === 'theirs')
  const patch: Record<string, ContentValue> = {}
  for (const fieldId of new Set(taken.map(({ field }) => field))) {
    const own = taken.filter(({ field }) => field === fieldId)
    const field = findField(form, fieldId)
    if (field?.type !== 'rows') patch[fieldId] = own[0]?.theirs ?? null
    else patch[fieldId] = applyToRows(keyedRows(field, mine), merge.theirs[fieldId] ?? [], own)
  }
  return patch
}

function applyToRows(
  mine: readonly KeyedRow[],
  theirs: readonly KeyedRow[],
  taken: readonly MergeItem[],
): readonly ContentRow[] {
  const own = mine.map(({ key, row }) => {
    const cells = taken.filter((item) => item.row === key)
    return { key, row: withCells(row, cells) }
  })
  const order = taken.find(({ kind }) => kind === 'order')
  // In order first: a new row then finds the one it stands below.
  let rows = order ? reorder(own, order.theirs as readonly string[]) : own
  for (const item of taken) {
    if (item.kind !== 'row') continue
    if (item.theirs === null) rows = rows.filter(({ key }) => key !== item.row)
    else rows = insert(rows, theirs, item)
  }
  return rows.map(({ row }) => row)
}

function withCells(row: ContentRow, items: readonly MergeItem[]): ContentRow {
  const changed: Record<string, ContentRow[string]> = { ...row }
  for (const { column, theirs } of items) {
    if (column === undefined) continue
    if (theirs === null) delete changed[column]
    else changed[column] = theirs as ContentRow[string]
  }
  return changed
}

/** A row comes to stand below the one it follows in the file. */
function insert(rows: readonly KeyedRow[], theirs: readonly KeyedRow[], item: MergeItem): KeyedRow[] {
  const added = { key: item.row ?? '', row: ((item.theirs ?? []) as readonly ContentRow[])[0] ?? {} }
  const index = theirs.findIndex(({ key }) => key === item.row)
  const above = theirs
    .slice(0, Math.max(0, index))
    .reverse()
    .map(({ key }) => rows.findIndex((row) => row.key === key))
    .find((at) => at >= 0)
  const at = above === undefined ? (index <= 0 ? 0 : rows.length) : above + 1
  return [...rows.slice(0, at), added, ...rows.slice(at)]
}

/** The named rows take each other's places in the given order; rows between them stay where they are. */
function reorder(rows: readonly KeyedRow[], order: readonly string[]): KeyedRow[] {
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const queue = order.flatMap((key) => byKey.get(key) ?? [])
  const moving = new Set(queue.map(({ key }) => key))
  let next = 0
  return rows.map((row) => {
    if (!moving.has(row.key)) return row
    const placed = queue[next] ?? row
    next += 1
    return placed
  })
}
