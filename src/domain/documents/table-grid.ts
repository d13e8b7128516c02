import type { TableBlock, TableCell } from './block.ts'

/** What stands at one place of the grid: a cell that begins here, or one that reaches over it. */
export type GridPlace = { readonly cell: TableCell; readonly isOrigin: boolean }

/**
 * Puts the cells of a table into a full grid, rows × columns.
 * @throws Error when spans and cells do not fill the columns exactly: a fault of the builder.
 */
export function tableGrid(table: TableBlock): readonly (readonly GridPlace[])[] {
  const width = table.columns.length
  const grid: (GridPlace | undefined)[][] = table.rows.map(() => Array<GridPlace | undefined>(width))
  for (const [rowIndex, row] of table.rows.entries()) {
    let column = 0
    for (const cell of row.cells) {
      while (column < width && grid[rowIndex]?.[column] !== undefined) column += 1
      placeCell(grid, cell, rowIndex, column)
      column += cell.colSpan ?? 1
    }
  }
  return grid.map((places, rowIndex) =>
    Array.from({ length: width }, (_, column) => {
      const place = places[column]
      if (place === undefined) throw gridFault(rowIndex, column, '没有单元格')
      return place
    }),
  )
}

function placeCell(
  grid: (GridPlace | undefined)[][],
  cell: TableCell,
  rowIndex: number,
  column: number,
): void {
  for (let down = 0; down < (cell.rowSpan ?? 1); down += 1) {
    const places = grid[rowIndex + down]
    if (places === undefined) throw gridFault(rowIndex, column, '纵向合并超出表格')
    for (let across = 0; across < (cell.colSpan ?? 1); across += 1) {
      if (column + across >= places.length) throw gridFault(rowIndex, column, '横向超出表格')
      if (places[column + across] !== undefined) throw gridFault(rowIndex, column, '单元格重叠')
      places[column + across] = { cell, isOrigin: down === 0 && across === 0 }
    }
  }
}

function gridFault(rowIndex: number, column: number, what: string): Error {
  return new Error(`表格第${rowIndex + 1}行第${column + 1}列${what}`)
}
