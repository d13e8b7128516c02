import type { PdfNode } from 'pdfmake'
import type { TableBlock, TableRow } from '../../domain/documents/block.ts'
import { type GridPlace, tableGrid } from '../../domain/documents/table-grid.ts'
import { cellStyle } from '../print/cell-style.ts'
import type { PageSetup, PrintedTable } from '../print/printed.ts'
import { POINTS_PER_MM, run, width_em } from '../print/type-style.ts'
import { pdfRuns } from './pdf-text.ts'

const PADDING_X_PT = 3.5
const PADDING_Y_PT = 3
const LINE_PT = 0.6
/** A row taller than this share of the page may be cut; shorter ones stay whole. */
const TALL_SHARE = 0.45

export function tableNode(printed: PrintedTable, page: PageSetup): PdfNode {
  const { table, size_pt, leading_pt } = printed
  const widths = columnWidths_pt(table, page)
  const grid = tableGrid(table)
  const typeHeight_pt = (page.height_mm - page.top_mm - page.bottom_mm) * POINTS_PER_MM
  const hasTallRow = table.rows.some(
    (row, index) => rowHeight_pt(row, index, grid, widths, printed) > typeHeight_pt * TALL_SHARE,
  )
  const toNode = (place: GridPlace, rowIndex: number, column: number): PdfNode => {
    if (!place.isOrigin) return {}
    const { cell } = place
    const { face, align } = cellStyle(table, cell, { rowIndex, column })
    return {
      text: cell.text === '' ? '' : pdfRuns([run(cell.text, face, size_pt)], leading_pt),
      alignment: align,
      colSpan: cell.colSpan ?? 1,
      rowSpan: cell.rowSpan ?? 1,
      verticalAlignment: hasTallRow ? 'top' : 'middle',
    }
  }
  return {
    table: {
      widths: widths.map((width) => width - 2 * PADDING_X_PT - LINE_PT),
      heights: table.rows.map((row) =>
        row.minHeight_mm === undefined ? 'auto' : row.minHeight_mm * POINTS_PER_MM - 2 * PADDING_Y_PT,
      ),
      headerRows: table.headerRows,
      // Keeping a row with the head by this means misplaces cells that span rows; the flow does it.
      keepWithHeaderRows: 0,
      dontBreakRows: !hasTallRow,
      body: grid.map((places, rowIndex) => places.map((place, column) => toNode(place, rowIndex, column))),
    },
    layout: TABLE_LAYOUT,
    margin: [0, 0, 0, printed.after_pt],
  }
}

const TABLE_LAYOUT = {
  hLineWidth: () => LINE_PT,
  vLineWidth: () => LINE_PT,
  hLineColor: () => '#000000',
  vLineColor: () => '#000000',
  paddingLeft: () => PADDING_X_PT,
  paddingRight: () => PADDING_X_PT,
  paddingTop: () => PADDING_Y_PT - 1,
  paddingBottom: () => PADDING_Y_PT,
}

function columnWidths_pt(table: TableBlock, page: PageSetup): number[] {
  const total = table.columns.reduce((sum, column) => sum + column.width, 0)
  const available = (page.width_mm - page.left_mm - page.right_mm) * POINTS_PER_MM - LINE_PT
  return table.columns.map((column) => (column.width / total) * available)
}

/** Height of the head and the first row under it: what must fit where a table begins. */
export function headHeight_pt(printed: PrintedTable, page: PageSetup): number {
  const { table } = printed
  const widths = columnWidths_pt(table, page)
  const grid = tableGrid(table)
  return table.rows
    .slice(0, table.headerRows + 1)
    .reduce((sum, row, index) => sum + rowHeight_pt(row, index, grid, widths, printed) + 2 * PADDING_Y_PT, 0)
}

/** An estimate good enough to tell a row of a line or two from one of half a page. */
function rowHeight_pt(
  row: TableRow,
  rowIndex: number,
  grid: readonly (readonly GridPlace[])[],
  widths: readonly number[],
  printed: PrintedTable,
): number {
  const heights = row.cells.map((cell) => {
    const column = (grid[rowIndex] ?? []).findIndex((place) => place.cell === cell)
    const span = widths.slice(column, column + (cell.colSpan ?? 1)).reduce((sum, width) => sum + width, 0)
    const perLine = Math.max(1, (span - 2 * PADDING_X_PT) / printed.size_pt)
    const lines = cell.text
      .split('\n')
      .reduce((sum, text) => sum + Math.max(1, Math.ceil(width_em(text) / perLine)), 0)
    return (lines * printed.leading_pt) / (cell.rowSpan ?? 1)
  })
  return Math.max(0, ...heights)
}
