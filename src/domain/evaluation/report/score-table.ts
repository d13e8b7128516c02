import type { Grid } from '../../doctor/read/grid.ts'
import { readPoints } from '../../doctor/read/numbers.ts'
import type { Score_x100 } from '../../shared/score.ts'
import type { ScoreRow, ScoreTable } from './report.ts'

const WEIGHT = /^(指标)?(分值|权重|标准分值?|满分|权重分值)([（(].*)?$/
const SCORE = /^(评价|实际|评定|最终|绩效)?(得分|评分|评价分值?)([（(].*)?$/
const RATE = /得分率/
const BASIS = /依据|扣分|说明|原因|备注|理由|情况/
const TOTAL = /^(合计|总计|总分|总得分|合计得分)$/
const SUBTOTAL = /小计/
/** Heads stand in the first lines; titles and units may be above. */
const HEAD_LINES = 4

type Columns = { head: number; weight: number; score: number; rate: number; basis: number }

/** A table that prints weights beside scores; other tables are nothing to compute with. */
export function readScoreTable(grid: Grid): ScoreTable | undefined {
  const columns = findColumns(grid)
  if (!columns) return undefined
  const lines = grid.rows.slice(columns.head + 1)
  const rows: ScoreRow[] = []
  let total: ScoreRow | null = null
  for (const [offset, cells] of lines.entries()) {
    const at = columns.head + 1 + offset
    const names = (grid.spread[at] ?? []).slice(0, columns.weight).map((cell) => cell.replace(/\s/g, ''))
    const row = readRow(cells, names, at, columns)
    if (SUBTOTAL.test(names.join(''))) continue
    if (names.some((name) => TOTAL.test(name))) total ??= row
    else if (row.weight_x100 !== null || row.score_x100 !== null) rows.push(row)
  }
  if (rows.length === 0) return undefined
  const hasBasis = columns.basis >= 0
  return { name: grid.name, isDetail: columns.weight > 1 || hasBasis, hasBasis, rows, total }
}

function findColumns(grid: Grid): Columns | undefined {
  for (let head = 0; head < Math.min(HEAD_LINES, grid.rows.length); head += 1) {
    const cells = (grid.rows[head] ?? []).map((cell) => cell.replace(/\s/g, ''))
    const weight = cells.findIndex((cell) => WEIGHT.test(cell))
    const score = cells.findIndex((cell) => SCORE.test(cell))
    if (weight < 1 || score < 0) continue
    const beside = (pattern: RegExp) =>
      cells.findIndex((cell, at) => at > weight && at !== score && pattern.test(cell))
    const rate = beside(RATE)
    const basis = cells.findIndex(
      (cell, at) => at > weight && at !== score && at !== rate && BASIS.test(cell),
    )
    return { head, weight, score, rate, basis }
  }
  return undefined
}

function readRow(
  cells: readonly string[],
  names: readonly string[],
  at: number,
  { weight, score, rate, basis }: Columns,
): ScoreRow {
  const printedRate = rate < 0 ? undefined : readPoints(cells[rate] ?? '')
  return {
    at: at + 1,
    level1: names[0] ?? '',
    name: names.findLast((name) => name !== '') ?? '',
    weight_x100: points(cells[weight]),
    score_x100: points(cells[score]),
    rate: printedRate ? { percent: printedRate.value.toNumber(), decimals: printedRate.decimals } : null,
    basis: basis < 0 ? '' : (cells[basis] ?? '').trim(),
  }
}

function points(cell: string | undefined): Score_x100 | null {
  const printed = readPoints(cell ?? '')
  return printed ? printed.value.times(100).round().toNumber() : null
}

/** 决策类指标, 项目决策情况 and 决策 are one group. */
export function groupName(text: string): string {
  return text.replace(/[（(].*$/, '').replace(/^项目|类|指标|情况|部分|方面|\s/g, '')
}
