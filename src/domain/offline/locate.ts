import { plainLabel } from '../doctor/read/cell-text.ts'
import type { FieldDefinition, FormDefinition } from '../forms/form.ts'
import type { Cells } from './cells.ts'
import { sectionTitle, shownColumns } from './open-fields.ts'
import { KEY_HEAD, labelOf } from './plan-sheet.ts'

/** Rows of a section: from its heading down to before `bottom`. */
export type SectionArea = { readonly top: number; readonly bottom: number }

/** Where a table stands and in which column each of its own is now. */
export type TableArea = {
  readonly head: number
  readonly columns: ReadonlyMap<string, number>
  /** The column of row keys; `undefined` when it was deleted. */
  readonly key: number | undefined
  /** Columns somebody added. */
  readonly strange: readonly string[]
}

/** Sections by their headings, wherever rows were inserted or taken out above them. */
export function sectionAreas(form: FormDefinition, cells: Cells): ReadonlyMap<string, SectionArea> {
  const titles = new Map(
    form.sections.map((section) => [plainLabel(sectionTitle(form, section)), section.id]),
  )
  const tops = new Map<string, number>()
  for (let row = 0; row < cells.height; row += 1) {
    const [first] = filledIn(cells, row)
    const id = first === undefined ? undefined : titles.get(plainLabel(cells.text(row, first)))
    if (id !== undefined && !tops.has(id)) tops.set(id, row)
  }
  const rows = [...tops.values()].sort((a, b) => a - b)
  return new Map(
    [...tops].map(([id, top]) => [id, { top, bottom: rows.find((row) => row > top) ?? cells.height }]),
  )
}

/** The value cell of each field: right of its label. Equal labels are told apart by their order. */
export function locateLabels(
  fields: readonly FieldDefinition[],
  cells: Cells,
  from: number,
  to: number,
): ReadonlyMap<string, { readonly row: number; readonly column: number }> {
  const places = new Map<string, { row: number; column: number }>()
  const height = Math.ceil(fields.length / 2)
  // As they are printed: left, right, left, right, while the fields run downwards.
  const printed = fields
    .map((field, index) => ({ field, order: (index % height) * 2 + Math.floor(index / height) }))
    .sort((a, b) => a.order - b.order)
  const waiting = printed.map(({ field }) => ({ id: field.id, label: plainLabel(labelOf(field)) }))
  for (let row = from; row < to; row += 1) {
    for (let column = 0; column < cells.width; column = cells.nextColumn(row, column)) {
      const label = plainLabel(cells.text(row, column))
      const index = label === '' ? -1 : waiting.findIndex((one) => one.label === label)
      const [found] = index < 0 ? [] : waiting.splice(index, 1)
      if (!found) continue
      column = cells.nextColumn(row, column)
      places.set(found.id, { row, column })
    }
  }
  return places
}

/** The head of a table: the row in which most of its labels stand, and at least two. */
export function findTable(
  field: FieldDefinition,
  cells: Cells,
  from: number,
  to: number,
): TableArea | undefined {
  const labels = new Map(shownColumns(field).map((column) => [plainLabel(labelOf(column)), column.id]))
  const least = Math.min(2, labels.size)
  for (let row = from; row < to; row += 1) {
    const columns = new Map<string, number>()
    const strange: string[] = []
    let key: number | undefined
    for (const column of filledIn(cells, row)) {
      const text = cells.text(row, column)
      const id = labels.get(plainLabel(text))
      if (id !== undefined && !columns.has(id)) columns.set(id, column)
      else if (plainLabel(text) === plainLabel(KEY_HEAD)) key = column
      else strange.push(text.trim())
    }
    if (columns.size >= least && columns.size >= labels.size / 2) return { head: row, columns, key, strange }
  }
  return undefined
}

function filledIn(cells: Cells, row: number): number[] {
  const columns: number[] = []
  for (let column = 0; column < cells.width; column = cells.nextColumn(row, column)) {
    if (cells.text(row, column).trim() !== '') columns.push(column)
  }
  return columns
}
