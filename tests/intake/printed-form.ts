import type { GivenCase } from './given-cases.ts'
import { seeded, shuffle } from './seeded.ts'

/** A form as it lies on paper: cells, merges, hidden columns. Written to any kind of file. */
export type PrintedForm = {
  readonly sheet: string
  readonly rows: readonly (readonly string[])[]
  /** top, left, bottom, right */
  readonly merges: readonly (readonly [number, number, number, number])[]
  readonly hiddenColumns: readonly number[]
  readonly hiddenRows: readonly number[]
}

export const LAYOUTS = ['official', 'weightFirst', 'threeColumns', 'shuffled', 'plain'] as const
export type Layout = (typeof LAYOUTS)[number]

type Row = GivenCase['indicators'][number]
type Column = {
  readonly heading: string
  readonly sub?: string
  readonly of: (row: Row, index: number) => string
  readonly isHidden?: boolean
  readonly field?: keyof Row
}

const has = (rows: readonly Row[], field: keyof Row) => rows.some((row) => row[field] !== null)
const column = (field: keyof Row, heading: string): Column => ({
  heading,
  field,
  of: (row) => row[field] ?? '',
})

const SPLIT = /^(>=|<=|[≥≤≧≦=═<>])?(\d[\d.,]*)([^\d]*)$/

/** ≥ | 735 | 人次 in three cells; what is no such figure stands whole in the middle. */
function targetPart(part: 1 | 2 | 3): (row: Row) => string {
  return ({ target_text }) => {
    const match = SPLIT.exec(target_text ?? '')
    if (!match) return part === 2 ? (target_text ?? '') : ''
    return match[part] ?? ''
  }
}

const EXTRA: readonly Column[] = [
  { heading: '上年完成值', of: (_, index) => String(100 + index) },
  { heading: '得分系数(%)', of: () => '100%' },
  { heading: '是否核心指标', of: (_, index) => (index % 2 ? '是' : '否') },
  { heading: '复核分', of: () => '1' },
  { heading: '完成率', of: () => '99%' },
  { heading: '赋分规则', of: () => '按比例计分' },
  { heading: '佐证资料', of: () => '见附件' },
  { heading: '指标值设置依据', of: () => '计划文件' },
]

function columnsOf(rows: readonly Row[], layout: Layout, chance: () => number): Column[] {
  const seen = (columns: readonly Column[]) => columns.filter(({ field }) => !field || has(rows, field))
  const levels = seen([column('level1', '一级指标'), column('level2', '二级指标')])
  const name = column('name', '三级指标')
  const target = column('target_text', layout === 'weightFirst' ? '年度指标值(A)' : '年度指标值')
  const actual = column('actual_text', layout === 'weightFirst' ? '全年实际值(B)' : '实际完成值')
  const weight = column('weight', '分值')
  const score = column('score', layout === 'shuffled' ? '自评得分' : '得分')
  const reason = column('deviation_reason', '偏差原因分析及改进措施')
  const three: Column[] = has(rows, 'target_text')
    ? [
        { heading: '年度指标值', sub: '计算符号', of: targetPart(1) },
        { heading: '年度指标值', sub: '指标值', of: targetPart(2) },
        { heading: '年度指标值', sub: '计量单位', of: targetPart(3) },
      ]
    : []
  switch (layout) {
    case 'weightFirst':
      return [...levels, name, ...seen([weight, target, actual, score, reason])]
    case 'threeColumns':
      return [...levels, name, ...three, ...seen([actual, weight, score]), ...EXTRA, ...seen([reason])]
    case 'shuffled': {
      const extras = EXTRA.map((one, index) => ({ ...one, isHidden: index % 3 === 0 }))
      const values = seen([target, actual, weight, score, reason])
      const hidden = values.map((one) => ({ ...one, isHidden: one.field === 'score' }))
      return [...levels, name, ...shuffle([...hidden, ...extras], chance)]
    }
    default:
      return [...levels, name, ...seen([target, actual, weight, score, reason])]
  }
}

/** Prints a case in one of the layouts; the same case and layout always give the same form. */
export function printForm(given: GivenCase, layout: Layout): PrintedForm {
  const chance = seeded([...`${given.id}${layout}`].reduce((sum, char) => sum * 31 + char.charCodeAt(0), 7))
  const columns = columnsOf(given.indicators, layout, chance)
  const rows: string[][] = []
  const merges: [number, number, number, number][] = []
  const isMerged = layout !== 'plain' && layout !== 'shuffled'
  const width = Math.max(columns.length, 8)
  const wide = (text: string) => {
    if (isMerged) merges.push([rows.length, 0, rows.length, width - 1])
    rows.push([text])
  }
  wide(given.kind === 'target_declaration' ? '项目支出绩效目标申报表' : '项目支出绩效自评表')
  wide('(2023年度)')
  const { name, department, unit, annual_goal } = given.project
  if (name !== null) rows.push(['项目名称', name])
  if (department !== null) rows.push(['主管部门', department, ...(unit === null ? [] : ['实施单位', unit])])
  printFunds(given, rows, merges, isMerged)
  if (annual_goal !== null) rows.push(['年度总体目标', annual_goal])
  const body = printHeadings(columns, rows, merges, isMerged)
  for (const [index, row] of given.indicators.entries()) rows.push(columns.map(({ of }) => of(row, index)))
  const levels = columns.flatMap(({ field }, at) => (field === 'level1' || field === 'level2' ? [at] : []))
  mergeLevels(levels, body, rows, merges, isMerged)
  printTotal(given, columns, rows)
  rows.push(['注：定量指标完成数先汇总再计算得分。'])
  return {
    sheet: '自评表',
    rows,
    merges,
    hiddenColumns: columns.flatMap(({ isHidden }, at) => (isHidden ? [at] : [])),
    hiddenRows: [],
  }
}

function printFunds(
  given: GivenCase,
  rows: string[][],
  merges: [number, number, number, number][],
  isMerged: boolean,
) {
  const { funds } = given
  if (funds.length === 0) return
  const FIELDS = ['initial_budget', 'adjusted_budget', 'executed', 'weight', 'rate', 'score'] as const
  const HEADINGS = ['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分']
  const isTable = funds.some((fund) => FIELDS.slice(1).some((field) => (fund[field] ?? '') !== ''))
  const top = rows.length
  if (!isTable)
    for (const fund of funds) rows.push(['项目资金(万元)', fund.source, fund.initial_budget ?? ''])
  else {
    const printed = FIELDS.filter((field) => funds.some((fund) => fund[field] !== null))
    rows.push(['项目资金(万元)', '', ...printed.map((field) => HEADINGS[FIELDS.indexOf(field)] as string)])
    for (const fund of funds) rows.push(['', fund.source, ...printed.map((field) => fund[field] ?? '')])
  }
  if (isMerged) merges.push([top, 0, rows.length - 1, 0])
  for (const row of rows.slice(top + 1)) row[0] = ''
}

function printHeadings(
  columns: readonly Column[],
  rows: string[][],
  merges: [number, number, number, number][],
  isMerged: boolean,
): number {
  const top = rows.length
  rows.push(columns.map(({ heading }, at) => (columns[at - 1]?.sub && columns[at]?.sub ? '' : heading)))
  if (!columns.some(({ sub }) => sub)) return rows.length
  rows.push(columns.map(({ sub }) => sub ?? ''))
  for (const [at, { sub }] of columns.entries()) if (!sub && isMerged) merges.push([top, at, top + 1, at])
  const subs = columns.flatMap(({ sub }, at) => (sub ? [at] : []))
  merges.push([top, subs[0] as number, top, subs.at(-1) as number])
  return rows.length
}

/** Equal level cells one below the other are merged, or only the first is printed. */
function mergeLevels(
  levels: readonly number[],
  body: number,
  rows: string[][],
  merges: [number, number, number, number][],
  isMerged: boolean,
): void {
  const printed = rows.slice(body).map((row) => [...row])
  for (const at of levels) {
    // Level 2 must not be merged across a change of level 1.
    const keys = printed.map((row) => row.slice(0, at + 1).join('|'))
    for (let start = 0; start < keys.length; ) {
      let end = start
      while (end + 1 < keys.length && keys[end + 1] === keys[start]) end += 1
      if (end > start && isMerged) merges.push([body + start, at, body + end, at])
      for (let row = start + 1; row <= end; row += 1) (rows[body + row] as string[])[at] = ''
      start = end + 1
    }
  }
}

function printTotal(given: GivenCase, columns: readonly Column[], rows: string[][]): void {
  if (given.total_weight === null && given.total_score === null) return
  rows.push(
    columns.map(({ field }, at) => {
      if (at === 0) return '总分'
      if (field === 'weight') return given.total_weight ?? ''
      return field === 'score' ? (given.total_score ?? '') : ''
    }),
  )
}
