import type { CellPlaces, DoctorTable } from '../table.ts'
import { cellText, isBlankSign, plainLabel } from './cell-text.ts'
import { type Grid, placeOf } from './grid.ts'
import { yearOf } from './table-kind.ts'

export type Facts = Pick<
  DoctorTable,
  'title' | 'year' | 'amountUnit' | 'projectName' | 'department' | 'unit' | 'annualGoal' | 'goalReached'
> & { readonly cells: CellPlaces }

const PROJECT = /^(专项|项目|政策)(\(.*\))?名称$|^项目名称\(.*\)$|^(部门|单位|专项资金|转移支付)名称$/
const DEPARTMENT = /^(项目)?(省级|市级|县级|区级|中央)?(主管|预算|归口)(部门|单位)(及代码|名称)?$|^部门名称$/
const UNIT = /^(项目)?(实施|具体实施|申报|承担|用款|预算|资金使用|项目)单位(名称)?$|^填报单位(\(盖章\))?$/
const ANY_LABEL =
  /^(项目|主管|实施|填报|预算|申报|资金|负责|联系|单位|年度|起止|项目属性)[^0-9]{0,12}$|(日期|时间|电话|编码|代码)$/

/** What is printed around the indicators: title, year, names, goal. */
export function readFacts(grid: Grid, from: number, header: number, before: readonly string[]): Facts {
  const cells: Record<string, string> = {}
  const title =
    readTitle(grid, from, header) ?? [...before].reverse().find((line) => IS_TITLE.test(line)) ?? null
  const take = (field: string, label: RegExp) => {
    const found = beside(grid, from, header, label)
    if (found?.place) cells[field] = found.place
    return found?.text ?? null
  }
  const projectName = take('projectName', PROJECT)
  const department = take('department', DEPARTMENT)
  const unit = take('unit', UNIT)
  return {
    title,
    year: readYear([title ?? '', ...[...before].reverse(), ...yearLines(grid, from, header)]),
    amountUnit: readAmountUnit(grid, from, header),
    projectName,
    department,
    unit,
    ...readGoal(grid, from, header, cells),
    cells,
  }
}

const IS_TITLE = /^(?!附件?\d*[:：]?$).{0,60}(表|报告|绩效|情况)/

/** The first line that speaks of a table, else the first line that is one cell. */
function readTitle(grid: Grid, from: number, header: number): string | null {
  const lines = grid.rows
    .slice(from, Math.min(header, from + 8))
    .map((row) => row.filter((text) => text !== ''))
    .filter((row) => row.length === 1 || (row.length === 2 && IS_TITLE.test(row[0] ?? '')))
    .map(([first = '']) => first)
  return lines.find((text) => IS_TITLE.test(text)) ?? lines.find((text) => !/^附/.test(text)) ?? null
}

function yearLines(grid: Grid, from: number, header: number): string[] {
  const cells = grid.rows.slice(from, header).flat()
  const named = cells.filter((text) => text.length < 40 && /20\d{2}\s*年\s*度/.test(text.normalize('NFKC')))
  return [...named, grid.name]
}

/** The first line that names a year, the title before all others. */
function readYear(lines: readonly string[]): number | null {
  for (const line of lines) {
    const year = line.length < 80 ? yearOf(line) : null
    if (year) return year
  }
  return null
}

function readAmountUnit(grid: Grid, from: number, header: number): '万元' | '元' {
  const above = grid.rows
    .slice(from, header)
    .flat()
    .filter((text) => text.length < 40)
  const says = (words: RegExp) => above.some((text) => words.test(plainLabel(text)))
  if (says(/单位:万元|\(万元\)|[,，]万元\)/)) return '万元'
  return says(/单位:元|\(元\)/) ? '元' : '万元'
}

type Found = { readonly text: string; readonly place: string | null }

/** The cell to the right of a label, or what follows its colon; `''` for a label with nothing beside it. */
function beside(grid: Grid, from: number, to: number, label: RegExp): Found | undefined {
  for (let row = from; row < to; row += 1) {
    const line = grid.rows[row] ?? []
    for (const [column, text] of line.entries()) {
      if (text === '' || text.length > 200) continue
      const [, before = '', after = ''] = /^([^:：]{2,20})[:：]\s*(.+)$/.exec(text) ?? []
      if (label.test(plainLabel(before))) return { text: after, place: placeOf(grid, row, column) }
      if (!label.test(plainLabel(text))) continue
      const at = line.findIndex((one, index) => index > column && one !== '')
      const value = line[at] ?? ''
      if (at < 0 || ANY_LABEL.test(plainLabel(value))) return { text: '', place: placeOf(grid, row, column) }
      return { text: value, place: placeOf(grid, row, at) }
    }
  }
  return undefined
}

const GOAL =
  /^(项目)?(年度|当年)(总体|绩效|总)?(绩效)?目标(\(.*\))?$|^(项目|总体|绩效)(总体|绩效)?目标(\(.*\))?$|^(整体)?(绩效)?目标(描述|内容|概述)?$/
const PLANNED = /^(预期|年初设定|年初|设定|计划|年度)(总体|绩效)?(目标|情况)?$/
const REACHED = /完成情况|实现情况|实际(完成|情况)|执行情况/

function readGoal(grid: Grid, from: number, header: number, cells: Record<string, string>) {
  const goals = goalLabels(grid, from, header)
  for (const { row, column } of goals) {
    const line = grid.spread[row] ?? []
    const right = line
      .map((text, index) => ({ text, index }))
      .filter(({ text, index }) => index > column && text !== '' && text !== line[column])
    const planned = right.find(({ text }) => PLANNED.test(plainLabel(text)))
    const reached = right.find(({ text }) => text.length < 20 && REACHED.test(text))
    if (planned || reached) return goalBelow(grid, row, planned?.index, reached?.index, cells)
    const [next] = right
    if (next && next.text.length > 1) return goalAt(grid, row, next.index, cells)
    const below = grid.rows[row + 1]?.[column] ?? ''
    if (row + 1 < header && below !== '') return goalAt(grid, row + 1, column, cells)
  }
  return { annualGoal: goals.length > 0 ? '' : null, goalReached: null }
}

/** The year's goal first: forms also print one for the whole period. */
function goalLabels(grid: Grid, from: number, header: number) {
  const found: { row: number; column: number; isYear: boolean }[] = []
  for (let row = from; row < header; row += 1) {
    for (const [column, text] of (grid.rows[row] ?? []).entries()) {
      const label = plainLabel(text)
      if (label.length > 1 && label.length < 20 && GOAL.test(label))
        found.push({ row, column, isYear: /年度|当年/.test(label) })
    }
  }
  return found.sort((a, b) => Number(b.isYear) - Number(a.isYear))
}

function goalBelow(
  grid: Grid,
  row: number,
  planned: number | undefined,
  reached: number | undefined,
  cells: Record<string, string>,
) {
  const text = (column: number | undefined, field: string) => {
    if (column === undefined) return null
    cells[field] = placeOf(grid, row + 1, column)
    return cellText(grid.rows[row + 1]?.[column] ?? '')
  }
  return { annualGoal: text(planned, 'annualGoal'), goalReached: text(reached, 'goalReached') }
}

function goalAt(grid: Grid, row: number, column: number, cells: Record<string, string>) {
  const text = grid.rows[row]?.[column] || grid.spread[row]?.[column] || ''
  cells['annualGoal'] = placeOf(grid, row, column)
  return { annualGoal: isBlankSign(text) ? '' : text, goalReached: null }
}
