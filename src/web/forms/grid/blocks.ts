import type { ContentRow, FieldDefinition } from '../../../domain/forms/form.ts'
import { formatCell, type Names, parseCell } from '../../../domain/forms/cell-text.ts'

/** A cell by its place in the grid: row and visible column, both from 0. */
export type Cell = { readonly row: number; readonly column: number }
export type Block = {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export function blockOf(a: Cell, b: Cell): Block {
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  }
}

export function setCell(
  rows: readonly ContentRow[],
  row: number,
  column: string,
  value: ContentRow[string],
): readonly ContentRow[] {
  return rows.map((own, index) => (index === row ? { ...own, [column]: value } : own))
}

/** The block as text, as it would be pasted into WPS. */
export function readBlock(
  rows: readonly ContentRow[],
  columns: readonly FieldDefinition[],
  block: Block,
  names: Names,
): readonly (readonly string[])[] {
  return rows
    .slice(block.top, block.bottom + 1)
    .map((row) =>
      columns.slice(block.left, block.right + 1).map((column) => formatCell(column, row[column.id], names)),
    )
}

/** Empties the cells of a block that may be written in. */
export function clearBlock(
  rows: readonly ContentRow[],
  columns: readonly FieldDefinition[],
  block: Block,
): readonly ContentRow[] {
  const open = columns.slice(block.left, block.right + 1).filter((column) => !column.readonly)
  const blank = Object.fromEntries(open.map(({ id }) => [id, null]))
  return rows.map((row, index) => (index >= block.top && index <= block.bottom ? { ...row, ...blank } : row))
}

export type Pasted = {
  readonly rows: readonly ContentRow[]
  readonly height: number
  readonly width: number
  /** Cells whose text did not fit their column; they kept what they had. */
  readonly refused: number
}

/**
 * Puts a block of texts into the grid at a cell. Rows are added below as needed, up to `maximum`;
 * cells the system fills are passed over.
 */
export function pasteBlock(given: {
  readonly rows: readonly ContentRow[]
  readonly columns: readonly FieldDefinition[]
  readonly at: Cell
  readonly texts: readonly (readonly string[])[]
  readonly canAdd: boolean
  readonly maximum: number
  readonly newRow: () => ContentRow
}): Pasted {
  const { columns, at, texts, canAdd, maximum } = given
  const limit = canAdd ? maximum : given.rows.length
  const height = Math.max(0, Math.min(texts.length, limit - at.row))
  const width = Math.min(Math.max(0, ...texts.map((line) => line.length)), columns.length - at.column)
  const added = Math.max(0, at.row + height - given.rows.length)
  const rows: ContentRow[] = [...given.rows, ...Array.from({ length: added }, given.newRow)]
  let refused = 0
  for (let down = 0; down < height; down += 1) {
    const line = texts[down] ?? []
    const cells: Record<string, ContentRow[string]> = {}
    for (let across = 0; across < Math.min(width, line.length); across += 1) {
      const column = columns[at.column + across]
      if (column === undefined || column.readonly) continue
      const parsed = parseCell(column, line[across] ?? '')
      if (parsed.ok) cells[column.id] = parsed.value as ContentRow[string]
      else refused += 1
    }
    rows[at.row + down] = { ...rows[at.row + down], ...cells }
  }
  return { rows, height, width, refused }
}
