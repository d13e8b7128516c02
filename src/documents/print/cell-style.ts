import type { Align, TableBlock, TableCell } from '../../domain/documents/block.ts'
import type { Face } from './printed.ts'

/** A grey that stays apart from white on a black-and-white printer. */
export const BAR_COLOUR = '7F8FA6'

/** How a cell is set: the head in 黑体 and centred, figures by their column, wide cells from the left. */
export function cellStyle(
  table: TableBlock,
  cell: TableCell,
  place: { readonly rowIndex: number; readonly column: number },
): { readonly face: Face; readonly align: Align } {
  const isHead = place.rowIndex < table.headerRows
  const ofColumn = (cell.colSpan ?? 1) > 1 ? 'left' : (table.columns[place.column]?.align ?? 'left')
  return {
    face: isHead || cell.isBold ? 'hei' : 'song',
    align: cell.align ?? (isHead ? 'center' : ofColumn),
  }
}
