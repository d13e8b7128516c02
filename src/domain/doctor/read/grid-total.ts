import type { CellPlaces } from '../table.ts'
import { figureText, plainLabel } from './cell-text.ts'
import { type Grid, placeOf } from './grid.ts'
import type { Header } from './grid-header.ts'

export type Totals = {
  readonly totalWeight: string | null
  readonly totalScore: string | null
  readonly grade: string | null
  readonly cells: CellPlaces
}

const IS_FIGURE = /^[\d.]+分?$/

/** The row of 总分 (by the columns of 分值 and 得分), or a 总分 and 等级 printed elsewhere. */
export function readTotals(grid: Grid, header: Header, totalRow: number | null): Totals {
  const cells: Record<string, string> = {}
  const at = (row: number, column: number | undefined, field: string) => {
    const text = column === undefined ? '' : figureText(grid.rows[row]?.[column] ?? '')
    if (!IS_FIGURE.test(text)) return null
    cells[field] = placeOf(grid, row, column as number)
    return text
  }
  const of = (role: string) => header.columns.find((column) => column.role === role)?.column
  let totalWeight: string | null = null
  let totalScore: string | null = null
  if (totalRow !== null) {
    totalWeight = at(totalRow, of('weight'), 'totalWeight')
    totalScore = at(totalRow, of('score'), 'totalScore')
    if (totalWeight === null && totalScore === null) {
      const figures = (grid.rows[totalRow] ?? []).flatMap((text, column) =>
        IS_FIGURE.test(figureText(text)) ? [column] : [],
      )
      // One figure beside 总分 is the score where the table has scores, the weight where it has none.
      if (figures.length === 1)
        if (of('score') === undefined) totalWeight = at(totalRow, figures[0], 'totalWeight')
        else totalScore = at(totalRow, figures[0], 'totalScore')
    }
  }
  if (totalScore === null) {
    const found = findBeside(grid, /^(自评|综合|评价|绩效)?(总分|总得分|自评得分|综合得分)(分)?$/, totalRow)
    if (found && IS_FIGURE.test(figureText(found.text))) {
      totalScore = figureText(found.text)
      cells['totalScore'] = placeOf(grid, found.row, found.column)
    }
  }
  return { totalWeight, totalScore, grade: readGrade(grid, cells), cells }
}

function readGrade(grid: Grid, cells: Record<string, string>): string | null {
  const found = findBeside(grid, /^(自评|评价|绩效|绩效自评|综合)?(等级|等次|级别|结果等级)$/)
  if (!found || !/^[优良中差](秀|好)?(等)?$/.test(plainLabel(found.text))) return null
  cells['grade'] = placeOf(grid, found.row, found.column)
  return found.text
}

/** The first written cell to the right of a label. */
export function findBeside(
  grid: Grid,
  label: RegExp,
  without: number | null = null,
): { readonly row: number; readonly column: number; readonly text: string } | undefined {
  for (const [row, line] of grid.rows.entries()) {
    if (row === without) continue
    const at = line.findIndex((text) => text !== '' && text.length < 30 && label.test(bareLabel(text)))
    if (at < 0) continue
    const column = line.findIndex((text, index) => index > at && text !== '')
    if (column >= 0) return { row, column, text: line[column] as string }
  }
  return undefined
}

const bareLabel = (text: string) => plainLabel(text).replace(/[()（）]/g, '')
