import { isCoveredFromAbove, type Grid } from './grid.ts'
import { plainLabel } from './cell-text.ts'
import { type ColumnRole, partOf, roleOf } from './headings.ts'
import { lastIndexWhere, lastOf } from './lists.ts'

/** One column of the indicator table; `sub` is its own heading below a heading over several columns. */
export type Column = { readonly column: number; readonly role: ColumnRole; readonly sub: string }

export type Header = {
  readonly top: number
  /** First row below the headings. */
  readonly body: number
  readonly columns: readonly Column[]
}

const HEADING_ROWS_MAX = 3

/** Every heading row of the grid that opens an indicator table, from the top. */
export function findHeaders(grid: Grid): Header[] {
  const headers: Header[] = []
  for (let row = 0; row < grid.rows.length; row += 1) {
    if (!opensTable(grid, row)) continue
    const body = findBody(grid, row)
    headers.push({ top: row, body, columns: readColumns(grid, row, body) })
    row = body - 1
  }
  return headers
}

const VALUES: readonly ColumnRole[] = ['target', 'actual', 'weight', 'score', 'targetAdjusted']

/** Only rows with such a word are looked at closely: a sheet may have thousands. */
const NAMES_COLUMN = /[一二三123]\s*级|指标\s*(名称|内容|分类|类)|(具体|考核|评价|主要|绩效)指标|^\s*指标\s*$/

function opensTable(grid: Grid, row: number): boolean {
  const own = grid.rows[row] ?? []
  if (!own.some((text) => text.length <= 40 && NAMES_COLUMN.test(text))) return false
  const roles = new Set<ColumnRole | undefined>()
  for (const text of own) if (text !== '' && text.length <= 40) roles.add(roleOf(text))
  if (roles.size < 2) return false
  const names = (['name', 'level2', 'level1'] as const).filter((role) => roles.has(role))
  const values = VALUES.filter((role) => roles.has(role)).map(String)
  if (own.some((text) => plainLabel(text) === GRADED)) values.push(GRADED)
  if (roles.has('name') || names.length === 2) return values.length > 0
  // 绩效指标 as the only name of the name column, with at least two columns of values beside it.
  const isNamed = own.some((text) => plainLabel(text) === '绩效指标')
  return isNamed && values.length >= (roles.has('level1') ? 1 : 2)
}

/** 评价标准 over 优|良|中|差 is the target in grades; alone it is only a rule for scoring. */
const GRADED = '评价标准'

/** Headings reach down as far as a merge does, or as rows of sub-headings follow. */
function findBody(grid: Grid, top: number): number {
  let body = top + 1
  while (body - top < HEADING_ROWS_MAX && body < grid.rows.length && isSubHeading(grid, top, body)) body += 1
  return body
}

function isSubHeading(grid: Grid, top: number, row: number): boolean {
  const roles = (grid.spread[top] ?? []).map(roleOf)
  const levelColumns = roles.flatMap((role, column) =>
    role === 'name' || role === 'level2' || role === 'level1' ? [column] : [],
  )
  const covered = levelColumns.filter(
    (column) =>
      isCoveredFromAbove(grid, row, column) && grid.spread[row]?.[column] === grid.spread[top]?.[column],
  )
  if (covered.length > 0) return true
  const own = (grid.rows[row] ?? []).flatMap((text, column) => (text === '' ? [] : [{ text, column }]))
  if (own.length === 0 || own.some(({ column }) => levelColumns.includes(column))) return false
  return own.every(({ text }) => partOf(text) !== undefined || roleOf(text) !== undefined || isGrade(text))
}

const isGrade = (text: string) => /^[优良中差](\(.*\))?$/.test(plainLabel(text))

function readColumns(grid: Grid, top: number, body: number): Column[] {
  const width = Math.max(0, ...grid.spread.slice(top, body).map((row) => row.length))
  const columns = Array.from({ length: width }, (_, column) => readColumn(grid, top, body, column))
  return settleNames(grid, top, columns.flat())
}

function readColumn(grid: Grid, top: number, body: number, column: number): Column[] {
  const texts: string[] = []
  for (let row = top; row < body; row += 1) {
    const text = grid.spread[row]?.[column] ?? ''
    if (text !== '' && !texts.includes(text)) texts.push(text)
  }
  const [first = '', ...rest] = texts
  const sub = lastOf(rest) ?? ''
  const above = roleOf(first)
  const role = joinRoles(above, sub)
  const isPlace = (role === above || isGrade(sub)) && rest.length > 0 && partOf(sub) === undefined
  return role ? [{ column, role, sub: isPlace ? sub : '' }] : []
}

/** 年度指标值 over 符号|值|单位 → sign, target, unit; over 年初|调整 → target, adjusted. */
function joinRoles(above: ColumnRole | undefined, sub: string): ColumnRole | undefined {
  if (sub === '') return above
  if (above === 'other' && isGrade(sub)) return 'target'
  if (above === 'target' || above === undefined) {
    const part = partOf(sub)
    if (part) return part
  }
  if (above === 'target') return /^调整/.test(plainLabel(sub)) ? 'targetAdjusted' : 'target'
  if (above === 'actual') return /单位|符号/.test(sub) ? 'other' : 'actual'
  return above ?? roleOf(sub)
}

/**
 * Settles what one heading alone cannot tell: 绩效指标 is the name column only where there is no
 * other; of several weight columns (一级指标|分值|二级指标|分值|…) the one after the name counts;
 * of two blocks side by side (实施期|年度) the right one is the year's.
 */
function settleNames(grid: Grid, top: number, columns: readonly Column[]): Column[] {
  const settled = [...columns]
  if (!settled.some(({ role }) => role === 'name')) {
    const row = grid.spread[top] ?? []
    const column = lastIndexWhere(row, (text) => plainLabel(text) === '绩效指标')
    if (column >= 0) settled.push({ column, role: 'name', sub: '' })
  }
  const blocks = blockStarts(settled)
  const from = lastOf(blocks) ?? 0
  const firstName = Math.min(...settled.filter(({ role }) => role === 'name').map(({ column }) => column))
  return settled.filter(({ role, column }) => {
    if (blocks.length > 1 && role !== 'level1') return column >= from
    if (role === 'weight' && settled.some((one) => one.role === 'weight' && one.column > firstName))
      return column > firstName
    return true
  })
}

/** Columns at which 二级指标 (or 三级指标) begins anew after values were passed. */
function blockStarts(columns: readonly Column[]): number[] {
  const starts: number[] = []
  let passedValue = true
  for (const { column, role } of [...columns].sort((a, b) => a.column - b.column)) {
    if (role === 'target' || role === 'actual') passedValue = true
    else if ((role === 'level2' || role === 'name') && passedValue) {
      starts.push(column)
      passedValue = false
    }
  }
  return starts
}
