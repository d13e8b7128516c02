import { DomainError } from '../../domain/shared/errors.ts'
import {
  isNothing,
  type PublishedFund,
  type PublishedIndicator,
  type PublishedTable,
} from '../../domain/intake/published-table.ts'
import type { Grid } from './read-grid.ts'

/** Which printed headings mean which column of the indicator table. */
const HEADINGS: readonly (readonly [keyof Omit<PublishedIndicator, 'place'>, RegExp])[] = [
  ['level1', /^一级(指标)?$/],
  ['level2', /^二级(指标)?$/],
  ['name', /^三级(指标)?$|^指标名称$/],
  ['actual', /实际完成|完成值|完成情况/],
  ['target', /指标值|目标值/],
  ['weight', /^(分值|权重|权重\(分\)|分值\(权重\))/],
  ['score', /^(自评)?得分$/],
  ['reason', /偏差|原因/],
]

/**
 * Finds the performance table in a workbook: the sheet with the heading 三级指标, amounts by their
 * labels above it, indicators below it.
 * @throws DomainError FILE_REFUSED when no sheet has such a table
 */
export function findTable(grids: readonly Grid[]): PublishedTable {
  for (const grid of grids) {
    const header = grid.rows.findIndex(
      (row) =>
        row.some((text) => /^三级(指标)?$/.test(text)) && row.some((text) => /指标值|目标值/.test(text)),
    )
    if (header >= 0) return readSheet(grid, header)
  }
  throw new DomainError(
    'FILE_REFUSED',
    '工作簿里没有找到绩效指标表(应有“三级指标”“指标值”两个表头),请核对文件。',
  )
}

function readSheet(grid: Grid, header: number): PublishedTable {
  const above = grid.rows.slice(0, header)
  const all = grid.rows.flat().join('')
  return {
    amountUnit: /单位[::]元|\(元\)/.test(all) ? '元' : '万元',
    projectName: besides(above, /^项目名称$/),
    annualGoal: besides(grid.rows, /^年度(总体)?目标$/),
    funds: readFunds(grid, above),
    indicators: readIndicators(grid, header),
  }
}

/** The first written cell to the right of a label, skipping repeats of the label by merging. */
function besides(rows: readonly (readonly string[])[], label: RegExp): string {
  for (const row of rows) {
    const at = row.findIndex((text) => label.test(text.replace(/[\s::]/g, '')))
    if (at < 0) continue
    const value = row.slice(at + 1).find((text) => !isNothing(text) && text !== row[at])
    if (value) return value
  }
  return ''
}

function readFunds(grid: Grid, above: readonly (readonly string[])[]): PublishedFund[] {
  return above.flatMap((row, index) => {
    const at = row.findIndex((text) => /资金总额|财政拨款|其他资金|上年结转/.test(text))
    if (at < 0) return []
    const numbers = row
      .map((text, column) => ({ text, column }))
      .filter(({ text, column }) => column > at && /^[\d,,.]+(万元|元)?$/.test(text))
    const first = numbers[0]
    return first
      ? [
          {
            place: place(grid, index, first.column),
            label: (row[at] ?? '').replace(/[::\s]/g, ''),
            initial: first.text,
            adjusted: '',
            executed: '',
          },
        ]
      : []
  })
}

function readIndicators(grid: Grid, header: number): PublishedIndicator[] {
  const headings = grid.rows[header] ?? []
  const columns = HEADINGS.map(
    ([field, words]) => [field, headings.findIndex((text) => words.test(text.replace(/\s/g, '')))] as const,
  )
  const nameColumn = columns.find(([field]) => field === 'name')?.[1] ?? 0
  const rows: PublishedIndicator[] = []
  for (const [offset, row] of grid.rows.slice(header + 1).entries()) {
    if (isNothing(row[nameColumn] ?? '')) continue
    if (/^(合计|总分|总计)/.test(row[nameColumn] ?? '')) break
    const cells = Object.fromEntries(
      columns.map(([field, column]) => [field, column < 0 ? '' : (row[column] ?? '')]),
    )
    rows.push({
      place: place(grid, header + 1 + offset, nameColumn),
      ...(cells as Omit<PublishedIndicator, 'place'>),
    })
  }
  return rows
}

/** 目标申报表!D12 */
function place(grid: Grid, row: number, column: number): string {
  return `${grid.sheet}!${letters(column)}${row + 1}`
}

function letters(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}
