import type { DoctorTable } from '../table.ts'
import { plainLabel } from './cell-text.ts'
import type { Grid } from './grid.ts'
import { findHeaders, type Header } from './grid-header.ts'
import { readFacts } from './grid-facts.ts'
import { readFunds } from './grid-funds.ts'
import { type IndicatorRows, readIndicators } from './grid-indicators.ts'
import { readTotals } from './grid-total.ts'
import type { ReadNote, ReadResult } from './read-result.ts'
import { kindOf } from './table-kind.ts'

export type GridReading = {
  /** Whether the grid holds all that was printed: a workbook does, pasted text may not. */
  readonly isWhole: boolean
  /** Lines printed above the grid (in Word), where the title may stand. */
  readonly before?: readonly string[]
}

/**
 * Reads every performance table of one grid.
 * @returns no table when no heading row was found; the caller says what was skipped
 */
export function readGrid(grid: Grid, reading: GridReading): ReadResult {
  const headers = findHeaders(grid)
  const notes: ReadNote[] = []
  const tables: DoctorTable[] = []
  let from = 0
  for (const [index, header] of headers.entries()) {
    const next = headers[index + 1]
    const rows = readIndicators(grid, header, next?.top ?? grid.rows.length)
    // A block for the whole period stands above the year's: one form, and the year's rows count.
    if (next && isSameForm(grid, header, next, rows)) {
      notes.push({
        kind: 'skipped',
        place: `${grid.name}`,
        message: `第 ${header.top + 1} 行起的指标（长期或实施期目标）没有检查，只检查了年度指标。`,
      })
      continue
    }
    notes.push(...rows.notes)
    const one = readOne(grid, { from, header, rows, limit: next?.top ?? grid.rows.length }, reading)
    tables.push(one.table)
    notes.push(...one.notes)
    from = rows.end
  }
  return { tables, notes }
}

function isSameForm(grid: Grid, header: Header, next: Header, rows: IndicatorRows): boolean {
  if (rows.totalRow !== null || next.top - rows.end > 2) return false
  const above = [header.top, header.top - 1].flatMap((row) => grid.spread[row] ?? []).join('')
  return /长期|实施期|中期|三年/.test(plainLabel(above))
}

type Block = {
  readonly from: number
  readonly header: Header
  readonly rows: IndicatorRows
  readonly limit: number
}

function readOne(
  grid: Grid,
  { from, header, rows, limit }: Block,
  reading: GridReading,
): { readonly table: DoctorTable; readonly notes: readonly ReadNote[] } {
  const facts = readFacts(grid, from, header.top, reading.before ?? [])
  const above = readFunds(grid, from, header.top)
  const below = above.funds.length === 0 ? readFunds(grid, rows.end, limit) : above
  const totals = readTotals(grid, header, rows.totalRow)
  const has = (role: string) => header.columns.some((column) => column.role === role)
  const { cells, ...named } = facts
  const { cells: totalCells, ...sums } = totals
  const table: DoctorTable = {
    kind: kindOf(`${facts.title ?? ''}${grid.name}`, { values: has('actual'), scores: has('score') }),
    form: 'table',
    isComplete: reading.isWhole || rows.totalRow !== null,
    isOcr: false,
    ...named,
    funds: below.funds,
    indicators: rows.indicators,
    ...sums,
    conclusions: readConclusions(grid, rows.end, limit, above === below ? new Set() : below.rows),
    text: null,
    cells: { ...cells, ...totalCells },
  }
  return { table, notes: below.notes }
}

/** Footnotes of the form and the names of who filled it in: no conclusions. */
const FOOTNOTE = /^(注|备注|填[表报]说明|说明)[:：]|^(填[表报]人|联系人|审核人|单位负责人|联系电话)/

/** The words below the table, line by line; `null` when there are none. */
function readConclusions(grid: Grid, from: number, to: number, without: ReadonlySet<number>): string | null {
  const lines = grid.rows
    .slice(from, to)
    .filter((_, index) => !without.has(from + index))
    .map((row) => row.filter((text) => text !== '').join('：'))
    .filter((line) => line !== '')
  const notes = lines.findIndex((line) => FOOTNOTE.test(line))
  // Numbered lines below 注： go on with it.
  const said = lines.filter(
    (line, index) => !FOOTNOTE.test(line) && !(notes >= 0 && index > notes && /^\d+[.、．]/.test(line)),
  )
  return said.length === 0 ? null : said.join('\n')
}
