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

/** A pasted text that did not fit its column; the cell kept what it had. */
export type PasteFault = {
  readonly row: number
  readonly column: string
  readonly text: string
  readonly message: string
}

export type Pasted = {
  readonly rows: readonly ContentRow[]
  readonly height: number
  readonly width: number
  readonly refused: readonly PasteFault[]
}

/** One value that stands for several cells: `≥95%` is sign, number and unit. Nothing where it is one. */
export type Unfold = (column: FieldDefinition, text: string, row: ContentRow) => ContentRow | undefined

/**
 * Puts a block of texts into the grid at a cell. Rows are added below as needed, up to `maximum`;
 * cells the system fills are passed over.
 * @param given.targets column of the grid for each column of the block, -1 for one that has none; by
 *   position from the active cell when it is missing
 */
export function pasteBlock(given: {
  readonly rows: readonly ContentRow[]
  readonly columns: readonly FieldDefinition[]
  readonly at: Cell
  readonly texts: readonly (readonly string[])[]
  readonly canAdd: boolean
  readonly maximum: number
  readonly newRow: () => ContentRow
  readonly targets?: readonly number[] | undefined
  readonly unfold?: Unfold | undefined
}): Pasted {
  const { columns, at, texts, canAdd, maximum, targets } = given
  const limit = canAdd ? maximum : given.rows.length
  const height = Math.max(0, Math.min(texts.length, limit - at.row))
  const longest = Math.max(0, ...texts.map((line) => line.length))
  const width = targets ? longest : Math.min(longest, columns.length - at.column)
  const added = Math.max(0, at.row + height - given.rows.length)
  const rows: ContentRow[] = [...given.rows, ...Array.from({ length: added }, given.newRow)]
  const refused: PasteFault[] = []
  for (let down = 0; down < height; down += 1) {
    const line = texts[down] ?? []
    const row = at.row + down
    let cells: ContentRow = { ...rows[row] }
    for (let across = 0; across < Math.min(width, line.length); across += 1) {
      const column = columns[targets ? (targets[across] ?? -1) : at.column + across]
      if (column === undefined || column.readonly) continue
      const text = line[across] ?? ''
      const parsed = parseCell(column, text)
      const unfolded = parsed.ok ? undefined : given.unfold?.(column, text, cells)
      if (parsed.ok) cells = { ...cells, [column.id]: parsed.value as ContentRow[string] }
      else if (unfolded) cells = { ...cells, ...unfolded }
      else refused.push({ row, column: column.id, text, message: parsed.message })
    }
    rows[row] = cells
  }
  return { rows, height, width, refused }
}
