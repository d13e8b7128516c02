import {
  BorderStyle,
  HeightRule,
  Paragraph,
  RelativeVerticalPosition,
  ShadingType,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { TableCell as BlockCell, TableRow as BlockRow } from '../../domain/documents/block.ts'
import { type GridPlace, tableGrid } from '../../domain/documents/table-grid.ts'
import { BAR_COLOUR, cellStyle } from '../print/cell-style.ts'
import type { PageSetup, PrintedPinned, PrintedTable } from '../print/printed.ts'
import { measureTable, typeWidth_pt } from '../print/table-measure.ts'
import { line, POINTS_PER_MM, run } from '../print/type-style.ts'
import { exactSpacing, lineParagraph, sidesParagraph, twips } from './docx-text.ts'

const CELL_MARGIN_X = 70
const CELL_MARGIN_Y = 40
export function docxTable(printed: PrintedTable, page: PageSetup): (Table | Paragraph)[] {
  const { table } = printed
  const measure = measureTable(printed, page)
  const grid = tableGrid(table)
  const widths = measure.widths_pt.map((width) => Math.floor(twips(width)))
  const rows = table.rows.map((row, rowIndex) => {
    const isHead = rowIndex < table.headerRows
    const keepsNext = rowIndex < table.rows.length - 1 && (isHead || measure.isKeptWhole)
    const place = { rowIndex, places: grid[rowIndex] ?? [], widths, keepsNext }
    return tableRow(row, place, { printed, isTall: measure.isTallRow[rowIndex] ?? false })
  })
  return [
    new Table({
      rows,
      columnWidths: widths,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      margins: { left: CELL_MARGIN_X, right: CELL_MARGIN_X, top: CELL_MARGIN_Y, bottom: CELL_MARGIN_Y },
    }),
    new Paragraph({ children: [], spacing: exactSpacing(printed.after_pt) }),
  ]
}

type RowPlace = {
  readonly rowIndex: number
  readonly places: readonly GridPlace[]
  readonly widths: readonly number[]
  /** On the same page as the row below: heads always, small tables as a whole. */
  readonly keepsNext: boolean
}

function tableRow(
  row: BlockRow,
  place: RowPlace,
  { printed, isTall }: { readonly printed: PrintedTable; readonly isTall: boolean },
): TableRow {
  return new TableRow({
    tableHeader: place.rowIndex < printed.table.headerRows,
    cantSplit: !isTall,
    ...(row.minHeight_mm === undefined
      ? {}
      : { height: { value: twips(row.minHeight_mm * POINTS_PER_MM), rule: HeightRule.ATLEAST } }),
    children: row.cells.map((cell) => {
      const column = place.places.findIndex((one) => one.cell === cell)
      const span = place.widths.slice(column, column + (cell.colSpan ?? 1))
      const width = span.reduce((sum, part) => sum + part, 0)
      return tableCell(cell, { ...place, column, width }, printed)
    }),
  })
}

function tableCell(
  cell: BlockCell,
  place: RowPlace & { readonly column: number; readonly width: number },
  printed: PrintedTable,
): TableCell {
  const { face, align } = cellStyle(printed.table, cell, place)
  return new TableCell({
    width: { size: place.width, type: WidthType.DXA },
    columnSpan: cell.colSpan ?? 1,
    rowSpan: cell.rowSpan ?? 1,
    verticalAlign: VerticalAlignTable.CENTER,
    ...(cell.isBar ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: BAR_COLOUR } } : {}),
    children: [
      lineParagraph(
        line(run(cell.text, face, printed.size_pt), {
          align,
          leading_pt: printed.leading_pt,
          keepsNext: place.keepsNext,
        }),
      ),
    ],
  })
}

/** 版记: a table without side lines that hangs on the last line of the page. */
export function docxPinned(pinned: PrintedPinned, page: PageSetup): Table {
  const width_pt = typeWidth_pt(page)
  const rule = (points: number) => ({
    style: BorderStyle.SINGLE,
    size: Math.round(points * 8),
    color: '000000',
  })
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const last = pinned.rows.length - 1
  const rows = pinned.rows.map((sides, index) => {
    const borders = {
      left: none,
      right: none,
      top: rule(index === 0 ? pinned.thick_pt : pinned.thin_pt),
      bottom: rule(index === last ? pinned.thick_pt : pinned.thin_pt),
    }
    const width = { size: twips(width_pt), type: WidthType.DXA }
    return new TableRow({
      cantSplit: true,
      children: [new TableCell({ width, borders, children: [sidesParagraph(sides, width_pt)] })],
    })
  })
  return new Table({
    rows,
    columnWidths: [twips(width_pt)],
    width: { size: twips(width_pt), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    float: {
      // Placed from the page's edge: LibreOffice leaves a table as wide as the text where it stands.
      horizontalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: Math.floor((page.left_mm * 1440) / 25.4),
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
    },
  })
}
