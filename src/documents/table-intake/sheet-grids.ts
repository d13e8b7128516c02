import type { Cell, CellValue, Sheet } from 'hucre'
import {
  cellKey,
  columnLetters,
  GRID_LIMITS,
  type Grid,
  makeGrid,
  placeOf,
} from '../../domain/doctor/read/grid.ts'
import type { ReadNote } from '../../domain/doctor/read/read-result.ts'
import { shownText } from './shown-text.ts'

export type SheetGrid = { readonly grid: Grid; readonly notes: readonly ReadNote[] }

/** What a reader knows of a sheet besides values: formats, hidden rows and columns, formulas. */
export type SheetMarks = {
  readonly formatOf: (row: number, column: number) => string | undefined
  readonly isFormula: (row: number, column: number) => boolean
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
  readonly isHidden: boolean
}

/** Marks of an .xlsx sheet, which the library reads along with the values. */
export function marksOf(sheet: Sheet): SheetMarks {
  const cell = (row: number, column: number): Cell | undefined => sheet.cells?.get(`${row},${column}`)
  return {
    formatOf: (row, column) => cell(row, column)?.style?.numFmt,
    isFormula: (row, column) => cell(row, column)?.formula !== undefined,
    hiddenRows: [...(sheet.rowDefs ?? [])].flatMap(([row, { hidden }]) => (hidden ? [row] : [])),
    hiddenColumns: (sheet.columns ?? []).flatMap(({ hidden }, column) => (hidden ? [column] : [])),
    isHidden: sheet.hidden === true || sheet.veryHidden === true,
  }
}

/** One sheet as a grid of shown text, and what a person should know about its reading. */
export function toGrid(sheet: Sheet, marks: SheetMarks): SheetGrid {
  const exact = new Map<number, string>()
  const unsolved: [number, number][] = []
  const rows = sheet.rows.slice(0, GRID_LIMITS.rows).map((values: readonly CellValue[], row) => {
    const line: string[] = []
    for (let column = 0; column < Math.min(values.length, GRID_LIMITS.columns); column += 1) {
      const value = values[column]
      const isText = typeof value === 'string'
      const shown = shownText(value, isText ? undefined : marks.formatOf(row, column))
      line.push(
        shown.text.length > GRID_LIMITS.cell_chars ? shown.text.slice(0, GRID_LIMITS.cell_chars) : shown.text,
      )
      if (shown.exact !== undefined) exact.set(cellKey(row, column), shown.exact)
      if (shown.text === '' && marks.isFormula(row, column)) unsolved.push([row, column])
    }
    return line
  })
  const merges = (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
    top: startRow,
    left: startCol,
    bottom: endRow,
    right: endCol,
  }))
  const grid = makeGrid({ name: sheet.name, rows, merges, exact })
  return { grid, notes: [...hiddenNotes(grid, marks), ...formulaNotes(grid, unsolved), ...limitNotes(grid)] }
}

/**
 * Hidden rows and columns are read: sums on the sheet count them, and a hidden column often holds the
 * very scores. But nobody sees them on the screen, so it is said.
 */
function hiddenNotes(grid: Grid, marks: SheetMarks): ReadNote[] {
  const isWritten = (row: number, column: number) => (grid.rows[row]?.[column] ?? '') !== ''
  const rows = marks.hiddenRows.filter((row) => grid.rows[row]?.some((text) => text !== ''))
  const columns = marks.hiddenColumns.filter((column) => grid.rows.some((_, row) => isWritten(row, column)))
  const note = (what: string): ReadNote => ({
    kind: 'hidden',
    place: grid.name,
    message: `工作表“${grid.name}”${what}，合计会算进去，已一并读取；如果不应计入，请删除后再检查。`,
  })
  return [
    ...(marks.isHidden ? [note('是隐藏的')] : []),
    ...(rows.length > 0 ? [note(`第 ${shorten(rows.map((row) => String(row + 1)))} 行是隐藏行`)] : []),
    ...(columns.length > 0 ? [note(`第 ${shorten(columns.map(columnLetters))} 列是隐藏列`)] : []),
  ]
}

function formulaNotes(grid: Grid, unsolved: readonly (readonly [number, number])[]): ReadNote[] {
  const [first] = unsolved
  if (!first) return []
  const names = unsolved.map(([row, column]) => `${columnLetters(column)}${row + 1}`)
  return [
    {
      kind: 'formula',
      place: placeOf(grid, ...first),
      message: `工作表“${grid.name}”的 ${shorten(names)} 格是公式，文件里没有存计算结果，按空白读取。请用 WPS 或 Excel 打开并保存一次后再检查。`,
    },
  ]
}

function limitNotes(grid: Grid): ReadNote[] {
  const isFull =
    grid.rows.length >= GRID_LIMITS.rows || grid.rows.some((row) => row.length >= GRID_LIMITS.columns)
  if (!isFull) return []
  return [
    {
      kind: 'skipped',
      place: grid.name,
      message: `工作表“${grid.name}”很大，只读取了前 ${GRID_LIMITS.rows} 行、前 ${GRID_LIMITS.columns} 列。请删去多余的行列后再检查。`,
    },
  ]
}

function shorten(names: readonly string[]): string {
  return names.length <= 12 ? names.join('、') : `${names.slice(0, 12).join('、')} 等 ${names.length} `
}
