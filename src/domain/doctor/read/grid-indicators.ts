import type { DoctorIndicator } from '../table.ts'
import { cellText, figureText, isBlankSign, plainLabel } from './cell-text.ts'
import { cellKey, type Grid, isCoveredFromAbove, isOneCell, placeOf, roundedNote } from './grid.ts'
import type { Column, Header } from './grid-header.ts'
import type { ColumnRole } from './headings.ts'
import type { ReadNote } from './read-result.ts'

export type IndicatorRows = {
  readonly indicators: readonly DoctorIndicator[]
  /** Row of 总分, where there is one. */
  readonly totalRow: number | null
  /** First row that is no indicator any more. */
  readonly end: number
  readonly notes: readonly ReadNote[]
}

const TOTAL = /^(总分|合计|总计|自评总分|总得分|得分合计|综合得分|自评得分|合计得分|总评分?)/
/** A sum of one level in the middle of the table: neither an indicator nor the end. */
const SUBTOTAL = /^小计|小计$/
const AFTER =
  /^(注|备注|说明|填表说明|填报说明|存在(的)?(主要)?问题|改进措施|下一步|有关建议|原因分析|自评结论|绩效结论|结论|其他需要?说明|需要?说明|填报人|填表人|联系人|审核人|负责人|单位负责人|联系电话|评价(人员|机构)|主管部门(审核)?意见|财政(部门)?(审核)?意见|审核意见|自评等级|评价等[级次])/

/** Reads the rows below a heading up to 总分, the words below the table, or the next heading. */
export function readIndicators(grid: Grid, header: Header, limit: number): IndicatorRows {
  const byRole = new Map<ColumnRole, Column[]>()
  for (const column of header.columns) byRole.set(column.role, [...(byRole.get(column.role) ?? []), column])
  const of: ColumnsOf = (role) => byRole.get(role) ?? []
  const start = Math.min(...header.columns.map(({ column }) => column))
  const indicators: DoctorIndicator[] = []
  const notes: ReadNote[] = []
  let levels: Levels = { level1: '', level2: '' }
  let totalRow: number | null = null
  let row = header.body
  for (; row < limit; row += 1) {
    const first = firstText(grid, row, start)
    if (first === '' || SUBTOTAL.test(plainLabel(first))) continue
    if (TOTAL.test(plainLabel(first))) {
      totalRow = row
      row += 1
      break
    }
    if (AFTER.test(plainLabel(first))) break
    if (isOneCell(grid, row) && isTitleRow(grid, row)) continue
    levels = readLevels(grid, row, of, levels)
    const indicator = readRow(grid, row, of, levels, notes)
    if (indicator) indicators.push(indicator)
  }
  return { indicators, totalRow, end: row, notes }
}

/** The first written cell of the row, not counting a label merged down along the whole table. */
function firstText(grid: Grid, row: number, start: number): string {
  const line = grid.spread[row] ?? []
  const beside = line.slice(0, start).findIndex((text, column) => {
    return text !== '' && !isCoveredFromAbove(grid, row, column)
  })
  if (
    beside >= 0 &&
    (TOTAL.test(plainLabel(line[beside] ?? '')) || AFTER.test(plainLabel(line[beside] ?? '')))
  )
    return line[beside] as string
  return line.slice(start).find((text) => text !== '') ?? ''
}

/** One merged cell over the row is a title inside the table, unless it is merged down over several rows. */
function isTitleRow(grid: Grid, row: number): boolean {
  const column = (grid.spread[row] ?? []).findIndex((text) => text !== '')
  return !isCoveredFromAbove(grid, row, column) && grid.masters.has(cellKey(row, column + 1))
}

type Levels = { readonly level1: string; readonly level2: string }
type ColumnsOf = (role: ColumnRole) => readonly Column[]

/** A blank level cell means the level above; a new first level forgets the second. */
function readLevels(grid: Grid, row: number, of: ColumnsOf, before: Levels): Levels {
  const level1 = levelText(grid, row, of('level1'))
  const level2 = levelText(grid, row, of('level2'))
  const isNew = level1 !== '' && level1 !== before.level1
  return {
    level1: level1 || before.level1,
    level2: level2 || (isNew ? '' : before.level2),
  }
}

function levelText(grid: Grid, row: number, columns: readonly Column[]): string {
  const texts = columns.map(({ column }) => grid.spread[row]?.[column] ?? '').filter((text) => text !== '')
  return cellText([...new Set(texts)].join(''))
}

const FIGURES: readonly ColumnRole[] = ['weight', 'score']

function readRow(
  grid: Grid,
  row: number,
  of: ColumnsOf,
  levels: Levels,
  notes: ReadNote[],
): DoctorIndicator | undefined {
  const nameColumns = of('name')
  const name = levelText(grid, row, nameColumns)
  const value = (role: ColumnRole) => readField(grid, row, of(role), role, notes)
  const target = readTarget(grid, row, of, notes)
  const fields = { target, actual: value('actual'), weight: value('weight'), score: value('score') }
  const reason = value('reason')
  const isEmpty = [...Object.values(fields), reason].every((text) => text === null || text === '')
  if (isEmpty && (isBlankSign(name) || name === levels.level2)) return undefined
  const at = (role: ColumnRole) => of(role)[0]?.column ?? -1
  const cells: Record<string, string> = {}
  for (const role of ['level1', 'level2', 'name', 'target', 'actual', 'weight', 'score', 'reason'] as const) {
    if (at(role) >= 0) cells[role] = placeOf(grid, row, at(role))
  }
  const column = at('name') >= 0 ? at('name') : Math.max(0, at('level2'))
  return {
    place: placeOf(grid, row, column),
    level1: of('level1').length > 0 ? levels.level1 : null,
    level2: of('level2').length > 0 ? levels.level2 : null,
    name,
    ...fields,
    reason,
    cells,
  }
}

/** One field of one row: `null` without such a column, or where two cells contradict. */
function readField(
  grid: Grid,
  row: number,
  columns: readonly Column[],
  role: ColumnRole,
  notes: ReadNote[],
): string | null {
  const [first] = columns
  if (!first) return null
  noteMergedFigure(grid, row, first, role, notes)
  const rounded = FIGURES.includes(role) ? roundedNote(grid, row, first.column, 'shown') : undefined
  if (rounded) notes.push(rounded)
  const texts = ownTexts(grid, row, columns)
  if (texts.length <= 1) return FIGURES.includes(role) ? figureText(texts[0] ?? '') : (texts[0] ?? '')
  if (!FIGURES.includes(role)) return texts.join('')
  notes.push({
    kind: 'unclear',
    place: placeOf(grid, row, first.column),
    message: `这里有 ${texts.length} 个数（${texts.join('、')}），分不清哪一个是${role === 'weight' ? '分值' : '得分'}，没有读取。请只保留一个。`,
  })
  return null
}

function ownTexts(grid: Grid, row: number, columns: readonly Column[]): string[] {
  return columns
    .map(({ column, sub }) => ({ text: grid.rows[row]?.[column] ?? '', sub }))
    .filter(({ text }) => text !== '')
    .map(({ text, sub }) => (sub === '' || /^(数?值|内容)$/.test(sub) ? text : `${plainLabel(sub)}${text}`))
}

/** A figure merged over several rows counts once, in its first row. */
function noteMergedFigure(
  grid: Grid,
  row: number,
  { column }: Column,
  role: ColumnRole,
  notes: ReadNote[],
): void {
  if (!FIGURES.includes(role) || !isCoveredFromAbove(grid, row, column)) return
  if (isBlankSign(grid.spread[row]?.[column] ?? '')) return
  notes.push({
    kind: 'merged',
    place: placeOf(grid, row, column),
    message: `${role === 'weight' ? '分值' : '得分'}与上一行合并为一格，只计在第一行；如果各行分别计分，请拆开填写。`,
  })
}

/** Sign, figure and unit, printed in one cell or in three. */
function readTarget(grid: Grid, row: number, of: ColumnsOf, notes: ReadNote[]): string | null {
  const columns = of('target')
  const adjusted = readField(grid, row, of('targetAdjusted'), 'targetAdjusted', notes)
  const isAdjusted = adjusted !== null && !isBlankSign(adjusted)
  const value = isAdjusted ? adjusted : readTargetCells(grid, row, columns)
  const sign = ownTexts(grid, row, of('targetSign'))[0] ?? ''
  const unit = ownTexts(grid, row, of('targetUnit'))[0] ?? ''
  if (value === null) return of('targetAdjusted').length > 0 ? adjusted : null
  const isSign = /^(>=|<=|=>|=<|[≥≤＞＜><=＝═≧≦])$/.test(sign)
  const isWord = value !== '' && !/\d/.test(value.normalize('NFKC'))
  return [
    isSign && !startsWithSign(value) ? sign : '',
    value,
    isBlankSign(unit) || isWord || value.endsWith(unit) ? '' : unit,
  ].join('')
}

const startsWithSign = (value: string) => /^[≥≤＞＜><=＝═≧≦]/.test(value)

/** A heading over several places or grades (新罗区|永定区, 优|良|中|差): each with its own figure. */
function readTargetCells(grid: Grid, row: number, columns: readonly Column[]): string | null {
  if (columns.length === 0) return null
  const texts = ownTexts(grid, row, columns)
  const isLabelled = columns.some(({ sub }) => sub !== '' && !/^(数?值|内容)$/.test(sub))
  return texts.join(isLabelled ? ' ' : '')
}
