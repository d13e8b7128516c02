import type { ReadNote } from './read-result.ts'

/** One sheet, Word table or block of separated text, as cells. */
export type Grid = {
  /** 工作表名, or 表1 for a table without a name. */
  readonly name: string
  /** Shown text by row and column; a cell covered by a merge is `''`. Rows may differ in length. */
  readonly rows: readonly (readonly string[])[]
  /** The same cells with merged text repeated in every cell it covers. */
  readonly spread: readonly (readonly string[])[]
  /** Covered cell → its master, both as `cellKey`. */
  readonly masters: ReadonlyMap<number, number>
  /** The stored figure of a cell that shows fewer digits, by `cellKey`. */
  readonly exact: ReadonlyMap<number, string>
  /** How a place is written: `B7` in a workbook, 第 7 行第 2 列 elsewhere. */
  readonly addressing: 'letters' | 'words'
}

/** Zero-based corners, both included. */
export type Merge = {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** What a table may be at most; beyond, rows and columns are left out and the reader says so. */
export const GRID_LIMITS = { rows: 20_000, columns: 200, mergedCells: 400_000, cell_chars: 20_000 } as const

const KEY_STEP = 1024

/** Row and column in one number, for maps. */
export function cellKey(row: number, column: number): number {
  return row * KEY_STEP + column
}

type GridParts = Pick<Grid, 'name' | 'rows'> &
  Partial<Pick<Grid, 'exact' | 'addressing'>> & { readonly merges?: readonly Merge[] }

/** Builds a grid; merges reaching beyond the cells are cut to them. */
export function makeGrid({ name, rows, merges = [], exact, addressing }: GridParts): Grid {
  const masters = new Map<number, number>()
  const spread = rows.map((row) => row as string[])
  let left = GRID_LIMITS.mergedCells
  for (const merge of merges) {
    const right = Math.min(merge.right, GRID_LIMITS.columns - 1)
    const text = rows[merge.top]?.[merge.left] ?? ''
    for (let row = merge.top; row <= Math.min(merge.bottom, rows.length - 1); row += 1) {
      if (spread[row] === rows[row]) spread[row] = [...(rows[row] ?? [])]
      const line = spread[row] as string[]
      for (let column = merge.left; column <= right && left > 0; column += 1, left -= 1) {
        line[column] = text
        if (row !== merge.top || column !== merge.left)
          masters.set(cellKey(row, column), cellKey(merge.top, merge.left))
      }
    }
  }
  return {
    name,
    rows,
    spread: spread.map((row) => Array.from(row, (text) => text ?? '')),
    masters,
    exact: exact ?? new Map(),
    addressing: addressing ?? 'letters',
  }
}

/** 目标申报表!D12, or 表1 第 12 行第 4 列 where cells have no letters. */
export function placeOf(grid: Grid, row: number, column: number): string {
  return grid.addressing === 'letters'
    ? `${grid.name}!${columnLetters(column)}${row + 1}`
    : `${grid.name} 第 ${row + 1} 行第 ${column + 1} 列`
}

/** 0 → A, 27 → AB. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}

/** A note on a cell that shows fewer digits than it holds; none when they agree. */
export function roundedNote(
  grid: Grid,
  row: number,
  column: number,
  read: 'shown' | 'stored',
): ReadNote | undefined {
  const stored = grid.exact.get(cellKey(row, column))
  if (stored === undefined) return undefined
  const shown = grid.rows[row]?.[column] ?? ''
  return {
    kind: 'rounded',
    place: placeOf(grid, row, column),
    message: `这一格显示“${shown}”，存的是 ${stored}，按${read === 'shown' ? '显示的' : '存的数'}读取；请核对哪个是要填报的数。`,
  }
}

/** Whether the cell repeats a master that stands in another row (a merge downwards). */
export function isCoveredFromAbove(grid: Grid, row: number, column: number): boolean {
  const master = grid.masters.get(cellKey(row, column))
  return master !== undefined && Math.floor(master / KEY_STEP) < row
}

/** Whether one merged cell holds all that this row has to say. */
export function isOneCell(grid: Grid, row: number): boolean {
  const texts = new Set((grid.spread[row] ?? []).filter((text) => text !== ''))
  return texts.size === 1
}
