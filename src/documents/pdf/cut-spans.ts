import type { TableBlock, TableCell } from '../../domain/documents/block.ts'
import { tableGrid } from '../../domain/documents/table-grid.ts'

/**
 * Cuts cells that span rows where a new page begins, so that each piece stands on one page.
 *
 * The PDF library centres a spanning cell by where its last row ends and misplaces the text when that
 * is on another page; it also leaves the cell open at the foot of the page. The text stays in the first
 * piece; a piece that continues is blank.
 * @param rowPages the page each row stands on
 */
export function cutSpans(table: TableBlock, rowPages: readonly number[]): TableBlock {
  const grid = tableGrid(table)
  const rows = table.rows.map((row, rowIndex) => {
    const cells: TableCell[] = []
    const places = grid[rowIndex] ?? []
    for (const [column, place] of places.entries()) {
      const { cell } = place
      if (column > 0 && places[column - 1]?.cell === cell) continue
      const above = grid[rowIndex - 1]?.[column]?.cell === cell
      if (above && rowPages[rowIndex] === rowPages[rowIndex - 1]) continue
      const rowSpan = rowsOnPage(grid, rowPages, { rowIndex, column })
      cells.push({ ...cell, rowSpan, ...(above ? { text: '' } : {}) })
    }
    return { ...row, cells }
  })
  return { ...table, rows }
}

/** From here down, how many rows of this cell stand on the page of the first. */
function rowsOnPage(
  grid: ReturnType<typeof tableGrid>,
  rowPages: readonly number[],
  from: { readonly rowIndex: number; readonly column: number },
): number {
  const cell = grid[from.rowIndex]?.[from.column]?.cell
  let count = 1
  while (
    grid[from.rowIndex + count]?.[from.column]?.cell === cell &&
    rowPages[from.rowIndex + count] === rowPages[from.rowIndex]
  ) {
    count += 1
  }
  return count
}
