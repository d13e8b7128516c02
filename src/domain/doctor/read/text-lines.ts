import type { DoctorFund, DoctorIndicator, TableKind } from '../table.ts'
import type { ReadNote } from './read-result.ts'
import type { TextColumn } from './text-headings.ts'
import { cutAtLevels, type Segment } from './text-levels.ts'

const POINTS = /^(100|[1-9]?\d)(\.\d{1,2})?分?$/
/** A figure that can be no points: it carries a sign or a unit. */
const MARKED = /^((>=|<=|[≥≤≧≦=═><]).*\d.*|\d[\d.,]*[^\d.,分]+)$/

/** Orders in which official forms print the cells behind the name. */
const ORDERS: readonly (readonly TextColumn[])[] = [
  ['target', 'actual', 'weight', 'score'],
  ['weight', 'target', 'actual', 'score'],
  ['target', 'weight'],
  ['target', 'actual'],
  ['target'],
]
const NAMES: Readonly<Partial<Record<TextColumn, string>>> = {
  target: '指标值',
  actual: '实际完成值',
  weight: '分值',
  score: '得分',
}

type Line = { readonly segment: Segment; readonly name: string; readonly cells: readonly string[] }

/**
 * Reads rows pasted line by line without a heading, cells apart by spaces. Which column is which is
 * only taken from rows that fit one official order and no other (a sign or unit shows the target, points
 * show weight and score); without such a row, or when rows contradict, nothing is read.
 */
export function readLines(
  text: string,
  kind: TableKind,
): {
  readonly indicators: readonly DoctorIndicator[]
  readonly notes: readonly ReadNote[]
} {
  const lines = cutAtLevels(text).flatMap(linesOf)
  const order = inferOrder(lines)
  // A single value behind the name is the target only in a form that has no other.
  const isSure = order && (order.length > 1 || kind === 'target_declaration' || kind === 'monitoring')
  if (!isSure) return { indicators: [], notes: [] }
  const notes: ReadNote[] = [orderNote(order)]
  const indicators = lines.flatMap((line, index): DoctorIndicator[] => {
    const cells = attribute(line.cells, order)
    if (!cells) notes.push(unclear(line))
    return [toIndicator(line, cells ?? {}, order, index)]
  })
  return { indicators, notes }
}

function linesOf(segment: Segment): Line[] {
  if (segment.level1 === null && segment.level2 === null) return []
  return segment.text.split('\n').flatMap((printed): Line[] => {
    const [name = '', ...cells] = printed.trim().split(/\s+/)
    if (/^(总分|合计|注[:：]|备注|说明)/.test(name) || !/[\u4e00-\u9fff]{2}|^指标\d/.test(name)) return []
    return cells.length === 0 ? [] : [{ segment, name, cells }]
  })
}

/** The one order that explains every decisive row. */
function inferOrder(lines: readonly Line[]): readonly TextColumn[] | undefined {
  const found = new Set<readonly TextColumn[]>()
  for (const { cells } of lines) {
    const fitting = ORDERS.filter((order) => order.length === cells.length && fits(cells, order))
    const [only] = fitting
    if (only && fitting.length === 1 && cells.some((cell) => MARKED.test(cell))) found.add(only)
  }
  // 其中 rows print target and actual only, beside rows that print everything.
  const full = [...found].filter((order) => order.length > 2)
  const candidates = full.length > 0 ? full : [...found]
  return candidates.length === 1 ? candidates[0] : undefined
}

function fits(cells: readonly string[], order: readonly TextColumn[]): boolean {
  return order.every((column, index) => {
    const cell = cells[index] ?? ''
    if (column === 'weight' || column === 'score') return POINTS.test(cell)
    // Where no points are printed, a bare small figure behind could be points all the same.
    return order.length > 2 || order.length === 1 || !POINTS.test(cell)
  })
}

type Cells = { readonly [column in TextColumn]?: string }

/** The cells by their columns; a row with a reason behind, or with target and actual only, fits too. */
function attribute(cells: readonly string[], order: readonly TextColumn[]): Cells | undefined {
  const named = (columns: readonly TextColumn[]) =>
    Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']))
  if (cells.length === order.length && fits(cells, order)) return named(order)
  const isLast = order[order.length - 1] === 'score'
  if (
    isLast &&
    cells.length === order.length + 1 &&
    fits(cells, order) &&
    !POINTS.test(cells[order.length] ?? '')
  )
    return { ...named(order), reason: cells[order.length] as string }
  if (isLast && cells.length === 2 && cells.every((cell) => MARKED.test(cell)))
    return { target: cells[0] as string, actual: cells[1] as string, weight: '', score: '' }
  return undefined
}

function toIndicator(
  { segment, name }: Line,
  cells: Cells,
  order: readonly TextColumn[],
  index: number,
): DoctorIndicator {
  const value = (column: 'target' | 'actual' | 'weight' | 'score') => cells[column] ?? null
  const isRead = Object.keys(cells).length > 0
  return {
    place: `指标/${index}`,
    level1: segment.level1,
    level2: segment.level2,
    name: isRead ? name : null,
    target: value('target'),
    actual: value('actual'),
    weight: value('weight'),
    score: value('score'),
    reason: order.includes('score') && isRead ? (cells.reason ?? '') : null,
  }
}

function orderNote(order: readonly TextColumn[]): ReadNote {
  const names = order.map((column) => NAMES[column] ?? column).join('、')
  return {
    kind: 'unclear',
    place: '',
    message: `粘贴的内容没有表头，按各行的符号、单位判断各栏依次是${names}。请核对，或连同表头一起粘贴。`,
  }
}

function unclear({ name, cells }: Line): ReadNote {
  return {
    kind: 'unclear',
    place: name,
    message: `“${[name, ...cells].join(' ').slice(0, 40)}”的各栏与其他行对不上，分不清，没有读取。请用制表符分开各栏。`,
  }
}

const FUND =
  /^(\(?[一二三四五\d]+[)、.]+)?(其中[:：]?)?[\u4e00-\u9fff]*(总额|合计|小计|拨款|结转资金|其[他它]资金|自有资金|公共预算|政府性基金|经营预算|其他收入|总预算)[:：]?$/

/** Money lines without headings: the place of the rate (%) among the figures tells the columns. */
export function readFundLines(text: string): DoctorFund[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([label = '']) => label.length < 30 && FUND.test(label))
  const rateAt = lines
    .map((line) => line.slice(1).findIndex((cell) => /^\d[\d.]*%$/.test(cell)))
    .find((at) => at >= 0)
  const widest = Math.max(0, ...lines.map((line) => line.length - 1))
  const columns = rateAt === 4 || (rateAt === undefined && widest === 6) ? SIX : rateAt === 3 ? FIVE : null
  return lines.map(([label = '', ...cells], index) => {
    const isKnown =
      columns !== null && (cells.length === columns.length || cells.length === amountsOf(columns))
    const filled = isKnown ? Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])) : {}
    return { ...NO_FUND, ...filled, place: `资金/${index}`, label: label.replace(/[:：]$/, '') }
  })
}

const SIX = ['initial', 'adjusted', 'executed', 'weight', 'rate', 'score'] as const
const FIVE = ['adjusted', 'executed', 'weight', 'rate', 'score'] as const
const amountsOf = (columns: readonly string[]) => columns.length - 3
const NO_FUND = { initial: null, adjusted: null, executed: null, weight: null, rate: null, score: null }
