import type { PdfNode } from 'pdfmake'
import { type GridPlace, tableGrid } from '../../domain/documents/table-grid.ts'
import { BAR_COLOUR, cellStyle } from '../print/cell-style.ts'
import type { PageSetup, PrintedTable } from '../print/printed.ts'
import { CELL_PADDING_X_PT, CELL_PADDING_Y_PT, measureTable } from '../print/table-measure.ts'
import { POINTS_PER_MM, run } from '../print/type-style.ts'
import { pdfRuns } from './pdf-text.ts'

const LINE_PT = 0.6

/** Nodes of a table whose page is asked after a first layout: one a row, where the row has text. */
export type RowProbe = { readonly name: string; readonly nodes: (PdfNode | undefined)[] }

/** @param probe filled with a node of each row, for asking afterwards on which page the row stands */
export function tableNode(printed: PrintedTable, page: PageSetup, probe?: RowProbe): PdfNode {
  const { table, size_pt, leading_pt } = printed
  const measure = measureTable(printed, page)
  const grid = tableGrid(table)
  const hasTallRow = measure.isTallRow.includes(true)
  const toNode = (place: GridPlace, rowIndex: number, column: number): PdfNode => {
    if (!place.isOrigin) return {}
    const { cell } = place
    const { face, align } = cellStyle(table, cell, { rowIndex, column })
    return {
      text: cell.text === '' ? '' : pdfRuns([run(cell.text, face, size_pt)], leading_pt),
      alignment: align,
      colSpan: cell.colSpan ?? 1,
      rowSpan: cell.rowSpan ?? 1,
      ...(cell.isBar ? { fillColor: `#${BAR_COLOUR}` } : {}),
      verticalAlignment: hasTallRow ? 'top' : 'middle',
    }
  }
  const body = grid.map((places, rowIndex) => places.map((place, column) => toNode(place, rowIndex, column)))
  if (probe !== undefined)
    probe.nodes.push(...body.map((cells, index) => probeNode(cells, `${probe.name}-${index}`)))
  return {
    table: {
      widths: measure.widths_pt.map((width) => width - 2 * CELL_PADDING_X_PT - LINE_PT),
      heights: table.rows.map((row) =>
        row.minHeight_mm === undefined ? 'auto' : row.minHeight_mm * POINTS_PER_MM - 2 * CELL_PADDING_Y_PT,
      ),
      headerRows: table.headerRows,
      // Keeping a row with the head by this means misplaces cells that span rows; the flow does it.
      keepWithHeaderRows: 0,
      dontBreakRows: !hasTallRow,
      body,
    },
    layout: TABLE_LAYOUT,
    margin: [0, 0, 0, printed.after_pt],
  }
}

/** A node that is told its true page: the library corrects the page of nodes with an id only. */
function probeNode(cells: PdfNode[], id: string): PdfNode | undefined {
  const column = cells.findIndex((one) => Array.isArray(one['text']) && one['rowSpan'] === 1)
  const chosen = cells[column]
  if (chosen === undefined) return undefined
  const node = { ...chosen, id }
  cells[column] = node
  return node
}

/** The page of each probed row after a layout; a row without text stands with the one above. */
export function probedPages(probe: RowProbe): number[] {
  const pages: number[] = []
  for (const node of probe.nodes) {
    const [position] = (node?.['positions'] ?? []) as readonly { readonly pageNumber: number }[]
    pages.push(position?.pageNumber ?? pages.at(-1) ?? 1)
  }
  return pages
}

const TABLE_LAYOUT = {
  hLineWidth: () => LINE_PT,
  vLineWidth: () => LINE_PT,
  hLineColor: () => '#000000',
  vLineColor: () => '#000000',
  paddingLeft: () => CELL_PADDING_X_PT,
  paddingRight: () => CELL_PADDING_X_PT,
  paddingTop: () => CELL_PADDING_Y_PT - 1,
  paddingBottom: () => CELL_PADDING_Y_PT,
}
