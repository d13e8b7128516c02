import { type CertainRows, findCertainRows, type Placed } from './certain-rows.ts'
import { readCell, readDoubledQuality, readWordPair, UNIT, unitOf } from './text-cells.ts'
import type { TextColumn } from './text-headings.ts'
import { lastOf } from './lists.ts'

/** A row read out of running text: a cell that cannot be told apart is `null`. */
export type TextRow = {
  readonly name: string | null
  readonly cells: { readonly [column in TextColumn]?: string | null }
}

export type RunTogether = CertainRows<TextRow>

const NAME_MIN = 3
const NAME_MAX = 120
const IS_FIGURE = /[\d≥≤≧≦=═><]/

/**
 * Reads the rows of one stretch whose cells ran together (`安装水标尺10≥266米≥266米10`).
 * Every way to cut it is tried; rows on which all ways agree are read, the rest is not guessed.
 * @returns the rows, and whether all of the stretch could be read
 */
export function readRunTogether(text: string, columns: readonly TextColumn[]): RunTogether {
  const wanted = columns.filter((column) => column !== 'reason' && column !== 'remark')
  if (lastOf(wanted) === 'core') return readByCore(text, wanted)
  return readAgreed(text, wanted)
}

/** Where every row ends with 是 or 否 (是否核心指标), each is cut and read by itself. */
function readByCore(text: string, columns: readonly TextColumn[]): RunTogether {
  const parts = text.split(/(?<=\d[是否])/)
  const reads = parts.map((part) => readAgreed(part, columns))
  const rows = reads.flatMap(({ rows: [row] }, index): TextRow[] => {
    if (row) return [row]
    return /\d[是否]$/.test(parts[index] ?? '') ? [{ name: null, cells: {} }] : []
  })
  return { rows, isWhole: reads.every(({ isWhole }) => isWhole) }
}

/** A reading with every cell filled is better than one that leaves figures without a column. */
function readAgreed(text: string, columns: readonly TextColumn[]): RunTogether {
  const isEnd = (at: number) => /^[\s…。，,、;；]*$/.test(text.slice(at, at + 200))
  const all = (at: number) => rowsAt(text, at, columns)
  const filled = (at: number) => [...all(at)].filter(({ row }) => !Object.values(row.cells).includes(null))
  const read = findCertainRows(isEnd, filled)
  return read.rows.length > 0 || read.isWhole ? read : findCertainRows(isEnd, all)
}

function* rowsAt(text: string, from: number, columns: readonly TextColumn[]): Generator<Placed<TextRow>> {
  const last = Math.min(text.length - 1, from + NAME_MAX)
  for (let at = from + NAME_MIN; at <= last; at += 1) {
    const isFigure =
      IS_FIGURE.test(text[at] ?? '') && !IS_FIGURE.test(text[at - 1] ?? '') && text[at - 1] !== '.'
    const isQuality = columns[0] !== 'weight' && readDoubledQuality(text, at) !== undefined
    if (!isFigure && !isQuality) continue
    const name = text.slice(from, at)
    if (!/[\u4e00-\u9fff]{2}/.test(name) || holdsCells(name)) continue
    const form = { columns, unit: unitColumnOf(name, columns) }
    for (const { cells, end } of cellsFrom(text, at, form, 0)) {
      if (/^[\d.%％‰≥≤]/.test(text.slice(end)) || STRONG_UNIT.test(text.slice(end, end + 3))) continue
      if (contradicts(cells)) continue
      // …≥1000人≥100|0人: what goes on with the row's own unit was no figure by itself.
      const unit = unitOf(cells.target ?? '')
      if (unit !== '' && text.startsWith(unit, end)) continue
      yield { row: finishRow(name, cells, columns), from, end }
    }
    // Figures inside brackets belong to the name; after the first bare figure no later one can begin the cells.
    if (isFigure && !/[(（][^)）]*$/.test(text.slice(from, at)) && at - from > 40) return
  }
}

/** A figure with sign or unit is a cell of its own, not part of a name; in brackets it may be. */
function holdsCells(name: string): boolean {
  const bare = name.replace(/[(（][^)）]{0,60}[)）]/g, '')
  return /[≥≤≧≦=═><]/.test(bare) || FIGURE_WITH_UNIT.test(bare)
}

const FIGURE_WITH_UNIT = new RegExp(`\\d${UNIT}`)

/** 得分 is 权重 times 得分系数; a cut under which it is not (10|0% for 100%) was cut wrongly. */
function contradicts({ coefficient, weight, score }: Cells): boolean {
  if (!coefficient || !weight || !score) return false
  return Math.abs((Number(weight) * Number(coefficient.replace('%', ''))) / 100 - Number(score)) > 0.05
}

const STRONG_UNIT = /^(%|万元|亿元|元|公里|千米|平方|立方|厘米|毫米|米|人次|个|份|次|亩|吨)/

type Form = {
  readonly columns: readonly TextColumn[]
  /** The unit printed in a column of its own before the values; `null` where there is none. */
  readonly unit: '%' | 'other' | null
}
type Cells = { readonly [column in TextColumn]?: string | null }
type Reading = { readonly cells: Cells; readonly end: number }

/** Reads the columns from `index` on, in every way that the text allows. */
function* cellsFrom(text: string, at: number, form: Form, index: number): Generator<Reading> {
  const column = form.columns[index]
  if (column === undefined) {
    yield { cells: {}, end: at }
    return
  }
  if (column === 'unit' || column === 'nature') {
    yield* cellsFrom(text, at, form, index + 1)
    return
  }
  if (column === 'target') {
    yield* valuesFrom(text, at, form, index)
    return
  }
  for (const reading of readCell(text, at, column))
    for (const rest of cellsFrom(text, reading.end, form, index + 1))
      yield { cells: { [column]: reading.text, ...rest.cells }, end: rest.end }
}

/** 目标值 and 实际值 (with 调整值 between, which is often blank): figures, or words twice. */
function* valuesFrom(text: string, at: number, form: Form, index: number): Generator<Reading> {
  const group = form.columns.slice(index).filter((column) => VALUES.includes(column))
  const next = index + group.length
  const isPair = group.includes('actual')
  const doubled = readDoubledQuality(text, at)
  if (doubled && isPair)
    for (const rest of cellsFrom(text, doubled.end, form, next))
      yield { cells: { target: doubled.word, actual: doubled.word, ...rest.cells }, end: rest.end }
  if (!IS_FIGURE.test(text[at] ?? '') && index > 0) {
    yield* wordsFrom(text, at, form, next, isPair)
    return
  }
  for (const { texts, end } of figuresFrom(text, at, group.length)) {
    const cells = agreesOn(form.unit, texts) ? nameValues(group, texts) : undefined
    if (cells === undefined) continue
    for (const rest of cellsFrom(text, end, form, next))
      yield { cells: { ...cells, ...rest.cells }, end: rest.end }
  }
}

const VALUES: readonly TextColumn[] = ['target', 'adjusted', 'actual']

function* figuresFrom(text: string, at: number, most: number): Generator<{ texts: string[]; end: number }> {
  yield { texts: [], end: at }
  if (most === 0) return
  for (const reading of readCell(text, at, 'target'))
    for (const rest of figuresFrom(text, reading.end, most - 1))
      yield { texts: [reading.text, ...rest.texts], end: rest.end }
}

/** Where the unit has a column of its own, values repeat it or are a bare 0. */
function agreesOn(unit: Form['unit'], texts: readonly string[]): boolean {
  if (unit === null) return true
  const units = new Set(texts.filter((text) => text !== '0').map(unitOf))
  return unit === '%' ? [...units].every((one) => one === '%') : units.size <= 1
}

function unitColumnOf(name: string, columns: readonly TextColumn[]): Form['unit'] {
  if (!columns.includes('unit')) return null
  return withoutNature(name).endsWith('%') ? '%' : 'other'
}

/** As many figures as value columns, less a blank 调整值; fewer cannot be attributed. */
function nameValues(group: readonly TextColumn[], texts: readonly string[]): Cells | undefined {
  if (!group.includes('actual')) return texts.length === 1 ? { target: texts[0] as string } : undefined
  const [first = '', second = '', third = ''] = texts
  if (group.includes('adjusted')) {
    // 年初值 and 调整值 are values of one indicator: 100% is not 10 adjusted to 0%.
    if (texts.length === 3)
      return unitOf(first) === unitOf(second) ? { target: second, actual: third } : undefined
    if (texts.length === 2) return { target: first, actual: second }
    return { target: null, actual: null }
  }
  return texts.length === 2 ? { target: first, actual: second } : undefined
}

function* wordsFrom(text: string, at: number, form: Form, next: number, isPair: boolean): Generator<Reading> {
  const length = text.slice(at).search(IS_FIGURE)
  if (length <= 0 || length > 60) return
  const end = at + length
  const pair = isPair ? readWordPair(text, at, end) : undefined
  const cells: Cells = isPair
    ? { target: pair?.[0] ?? null, actual: pair?.[1] ?? null }
    : { target: text.slice(at, end) }
  for (const rest of cellsFrom(text, end, form, next))
    yield { cells: { ...cells, ...rest.cells }, end: rest.end }
}

const NATURE = /(定量|定性)(指标)?$/

function finishRow(printed: string, cells: Cells, columns: readonly TextColumn[]): TextRow {
  let name = printed.slice(printed.search(/\S+$/)).replace(/^\d+、/, '')
  if (columns.includes('nature')) name = withoutNature(name)
  const unit = unitOf(cells.target ?? cells.actual ?? '')
  if (columns.includes('unit')) {
    if (name.endsWith('%')) name = name.slice(0, -1)
    else if (unit !== '' && name.endsWith(unit)) name = name.slice(0, -unit.length)
    else if (unit !== '' && name.slice(-4).includes(unit))
      return { name: null, cells: { ...cells, target: null } }
  }
  return { name: isPlausible(name) ? name : null, cells }
}

/** 定性指标, also with its characters in disorder, as pages read column by column give it. */
function withoutNature(name: string): string {
  const plain = name.replace(NATURE, '')
  if (plain !== name) return plain
  const tail = [...name.slice(-4)].sort().join('')
  return ['定性指标', '定量指标'].some((word) => [...word].sort().join('') === tail)
    ? name.slice(0, -4)
    : name
}

/** A name that holds a level word or stray letters has swallowed something that is not its own. */
function isPlausible(name: string): boolean {
  return (
    name.length >= NAME_MIN - 1 &&
    !/指标|服务对象满意度.*满意度|效益.*效益/.test(name) &&
    !/[\u4e00-\u9fff](?:[a-z]{2,}|[OIl])[\u4e00-\u9fff]/.test(name) &&
    !/^[\d.%)）]/.test(name)
  )
}
