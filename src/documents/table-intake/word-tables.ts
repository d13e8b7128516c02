import { SaxesParser } from 'saxes'
import { cellText } from '../../domain/doctor/read/cell-text.ts'
import { type Grid, GRID_LIMITS, makeGrid, type Merge } from '../../domain/doctor/read/grid.ts'

/** What a Word file holds, in its order: paragraphs outside tables, and tables (an inner table is one too). */
export type WordPart = { readonly paragraph: string } | { readonly table: Grid }

type Attributes = { readonly [name: string]: string }
type OpenTable = {
  readonly rows: string[][]
  readonly merges: Merge[]
  /** Column → row in which a merge downwards began. */
  readonly down: Map<number, { readonly row: number; readonly right: number }>
  cell: { text: string[]; readonly column: number; span: number; merge: 'restart' | 'continue' | null } | null
}
type State = {
  readonly parts: WordPart[]
  readonly tables: OpenTable[]
  left: number
  isText: boolean
  count: number
  line: string
}

/** Content that repeats other content (the fallback of a text box) or was deleted in revision. */
const LEFT_OUT = new Set(['mc:Fallback', 'w:del', 'w:moveFrom', 'w:instrText'])
const DEPTH_MAX = 20

/**
 * Reads the tables and paragraphs of word/document.xml. The parser knows no external entities, and a
 * document type is refused by the file gate before.
 * @throws Error from the parser when the XML is broken; RangeError for tables nested too deeply
 */
export function readWordParts(xml: string): WordPart[] {
  const state: State = { parts: [], tables: [], left: 0, isText: false, count: 0, line: '' }
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => open(state, name, attributes as Attributes))
  parser.on('closetag', ({ name }) => close(state, name))
  parser.on('text', (text) => {
    if (state.isText && state.left === 0) write(state, text)
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return state.parts
}

function write(state: State, text: string): void {
  const cell = state.tables.at(-1)?.cell
  if (!cell) state.line += text
  else if (cell.text.length === 0) cell.text.push(text)
  else cell.text[cell.text.length - 1] += text
}

function open(state: State, name: string, attributes: Attributes): void {
  if (LEFT_OUT.has(name)) state.left += 1
  if (state.left > 0) return
  const table = state.tables.at(-1)
  switch (name) {
    case 'w:tbl':
      if (state.tables.length >= DEPTH_MAX) throw new RangeError('tables nested too deeply')
      state.tables.push({ rows: [], merges: [], down: new Map(), cell: null })
      return
    case 'w:tr':
      table?.rows.push([])
      return
    case 'w:tc':
      if (table) openCell(table)
      return
    case 'w:gridBefore':
    case 'w:gridSpan':
    case 'w:vMerge':
      if (table) mergeCell(table, name, attributes['w:val'])
      return
    case 'w:p':
      table?.cell?.text.push('')
      return
    case 'w:t':
      state.isText = true
      return
    case 'w:tab':
    case 'w:br':
    case 'w:cr':
      write(state, name === 'w:tab' ? ' ' : '\n')
  }
}

function openCell(table: OpenTable): void {
  const row = table.rows.at(-1) ?? []
  table.cell = { text: [], column: row.length, span: 1, merge: null }
}

function mergeCell(table: OpenTable, name: string, value: string | undefined): void {
  const count = Math.max(1, Math.min(GRID_LIMITS.columns, Math.trunc(Number(value)) || 1))
  if (name === 'w:gridBefore') table.rows.at(-1)?.push(...Array.from({ length: count }, () => ''))
  else if (table.cell && name === 'w:gridSpan') table.cell.span = count
  else if (table.cell) table.cell.merge = value === 'restart' ? 'restart' : 'continue'
}

function close(state: State, name: string): void {
  if (LEFT_OUT.has(name)) state.left -= 1
  if (state.left > 0) return
  const table = state.tables.at(-1)
  if (name === 'w:t') state.isText = false
  else if (name === 'w:p' && !table) {
    const paragraph = cellText(state.line)
    if (paragraph !== '') state.parts.push({ paragraph })
    state.line = ''
  } else if (name === 'w:tc' && table) closeCell(table)
  else if (name === 'w:tbl' && table) {
    state.tables.pop()
    state.count += 1
    state.parts.push({ table: toGrid(table, `表${state.count}`) })
  }
}

function closeCell(table: OpenTable): void {
  const row = table.rows.at(-1)
  const { cell } = table
  table.cell = null
  if (!cell || !row) return
  const at = table.rows.length - 1
  const right = cell.column + cell.span - 1
  const above = table.down.get(cell.column)
  const isCovered = cell.merge === 'continue' && above !== undefined
  row.push(isCovered ? '' : cellText(cell.text.filter((line) => line.trim() !== '').join('\n')))
  for (let column = cell.column + 1; column <= right; column += 1) row.push('')
  if (isCovered) table.merges.push({ top: above.row, left: cell.column, bottom: at, right: above.right })
  else if (cell.span > 1) table.merges.push({ top: at, left: cell.column, bottom: at, right })
  if (cell.merge === 'restart') table.down.set(cell.column, { row: at, right })
  else if (!isCovered) table.down.delete(cell.column)
}

function toGrid(table: OpenTable, name: string): Grid {
  const rows = table.rows.slice(0, GRID_LIMITS.rows).map((row) => row.slice(0, GRID_LIMITS.columns))
  return makeGrid({ name, rows, merges: table.merges, addressing: 'words' })
}
