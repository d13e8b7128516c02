import type { TableBlock, TableRow } from '../../domain/documents/block.ts'
import { type GridPlace, tableGrid } from '../../domain/documents/table-grid.ts'
import type { PageSetup, PrintedTable } from './printed.ts'
import { POINTS_PER_MM, width_em } from './type-style.ts'

export const CELL_PADDING_X_PT = 3.5
export const CELL_PADDING_Y_PT = 3
/** A table no taller than this is kept on one page. */
const WHOLE_MAX_PT = 260
/** A row taller than this share of the page may be cut; shorter ones stay whole. */
const TALL_SHARE = 0.45

/** What the writers have to know about a table before they set it. All heights are estimates. */
export type TableMeasure = {
  readonly widths_pt: readonly number[]
  /** Head and first row, or the whole table when it is small: what must fit where it begins. */
  readonly room_pt: number
  readonly isKeptWhole: boolean
  readonly isTallRow: readonly boolean[]
}

export function measureTable(printed: PrintedTable, page: PageSetup): TableMeasure {
  const { table } = printed
  const widths_pt = columnWidths_pt(table, page)
  const grid = tableGrid(table)
  const heights = table.rows.map((row, index) => rowHeight_pt(row, grid[index] ?? [], widths_pt, printed))
  const sum = (rows: readonly number[]) => rows.reduce((total, height) => total + height, 0)
  const isKeptWhole = sum(heights) <= WHOLE_MAX_PT
  const room_pt = isKeptWhole ? sum(heights) : sum(heights.slice(0, table.headerRows + 1))
  const typeHeight_pt = (page.height_mm - page.top_mm - page.bottom_mm) * POINTS_PER_MM
  return {
    widths_pt,
    room_pt: Math.min(room_pt, WHOLE_MAX_PT),
    isKeptWhole,
    isTallRow: heights.map((height) => height > typeHeight_pt * TALL_SHARE),
  }
}

export function typeWidth_pt(page: PageSetup): number {
  return (page.width_mm - page.left_mm - page.right_mm) * POINTS_PER_MM
}

function columnWidths_pt(table: TableBlock, page: PageSetup): number[] {
  const total = table.columns.reduce((sum, column) => sum + column.width, 0)
  return table.columns.map((column) => (column.width / total) * typeWidth_pt(page))
}

/** Good enough to tell a row of a line or two from one of half a page. */
function rowHeight_pt(
  row: TableRow,
  places: readonly GridPlace[],
  widths_pt: readonly number[],
  printed: PrintedTable,
): number {
  const heights = row.cells.map((cell) => {
    const column = places.findIndex((place) => place.cell === cell)
    const span = widths_pt.slice(column, column + (cell.colSpan ?? 1)).reduce((sum, width) => sum + width, 0)
    const perLine = Math.max(1, (span - 2 * CELL_PADDING_X_PT) / printed.size_pt)
    const lines = cell.text
      .split('\n')
      .reduce((sum, text) => sum + Math.max(1, Math.ceil(width_em(text) / perLine)), 0)
    return (lines * printed.leading_pt) / (cell.rowSpan ?? 1)
  })
  const least = (row.minHeight_mm ?? 0) * POINTS_PER_MM
  return Math.max(least, Math.max(0, ...heights) + 2 * CELL_PADDING_Y_PT)
}
