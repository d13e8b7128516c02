import type { ContentRow, FieldDefinition } from '../../../domain/forms/form.ts'
import { narrowOptions } from '../../../domain/forms/narrow-options.ts'
import { makeIdempotencyKey } from '../../api.ts'
import { zh } from '../../zh.ts'
import type { Assist, Proposal } from '../assist.ts'
import { formatCell, type Names, parseCell } from '../../../domain/forms/cell-text.ts'
import { toTsv } from '../tsv.ts'
import {
  type Block,
  blockOf,
  type Cell,
  clearBlock,
  type PasteFault,
  pasteBlock,
  readBlock,
  setCell,
} from './blocks.ts'
import { readHeader, unfoldOf } from './paste-header.ts'

export type Editing = {
  readonly text: string
  /** Begun by typing over the cell: up and down then leave it, as in a spreadsheet. */
  readonly isTyped: boolean
  /** The option or proposal under the keys; -1 while what is typed counts. */
  readonly highlighted: number
  /** Labels picked so far, where several may be. */
  readonly picked: readonly string[]
  readonly fault?: string
}
export type GridState = {
  readonly active: Cell
  readonly anchor: Cell
  readonly editing: Editing | null
  /** Texts of the last paste that did not fit; each is shown in its cell until something else happens. */
  readonly refused: readonly PasteFault[]
}

export type GridInput = {
  readonly field: FieldDefinition
  readonly columns: readonly FieldDefinition[]
  readonly rows: readonly ContentRow[]
  readonly names: Names
  readonly canAdd: boolean
  readonly assist?: Assist | undefined
  readonly change: (rows: readonly ContentRow[]) => void
}

/** What the page lends to the grid: its present state and the ways to change it. */
type Ground = {
  readonly read: () => { readonly input: GridInput; readonly state: GridState }
  readonly set: (part: Partial<GridState>) => void
  readonly put: (rows: readonly ContentRow[]) => void
  readonly takeFocus: () => void
  readonly tell: (text: string, isWarning: boolean) => void
}
type Core = ReturnType<typeof makeCore>
export type Api = ReturnType<typeof makeGridApi>

const UNDO_STEPS = 100
const ROWS_MAX = 200

export function makeGridApi(ground: Ground) {
  const core = makeCore(ground)
  return { ...core, ...makeEditing(core), ...makeProposing(core), ...makeBlocks(core) }
}

/** Labels a cell may take, filtered by what is typed so far. */
export function optionsFor(column: FieldDefinition, typed: string): readonly string[] {
  const labels =
    column.type === 'boolean' ? [zh.common.yes, zh.common.no] : (column.options ?? []).map((o) => o.label)
  const words = typed.trim()
  return words === '' ? labels : labels.filter((label) => label.includes(words))
}

export function isList({ type }: FieldDefinition): boolean {
  return type === 'choice' || type === 'boolean' || type === 'choices'
}

function makeCore(ground: Ground) {
  const { read, set, put, takeFocus, tell } = ground
  const done: (readonly ContentRow[])[] = []
  const undone: (readonly ContentRow[])[] = []
  const apply = (rows: readonly ContentRow[]) => {
    done.push(read().input.rows)
    if (done.length > UNDO_STEPS) done.shift()
    undone.length = 0
    if (read().state.refused.length > 0) set({ refused: [] })
    put(rows)
  }
  const moveTo = (cell: Cell, isExtending = false) => {
    const { rows, columns } = read().input
    const active = {
      row: Math.max(0, Math.min(cell.row, rows.length - 1)),
      column: Math.max(0, Math.min(cell.column, columns.length - 1)),
    }
    takeFocus()
    set({ active, anchor: isExtending ? read().state.anchor : active, editing: null })
  }
  const step = (from: (readonly ContentRow[])[], to: (readonly ContentRow[])[]) => {
    const rows = from.pop()
    if (rows === undefined) return
    to.push(read().input.rows)
    if (read().state.refused.length > 0) set({ refused: [] })
    put(rows)
    moveTo(read().state.active)
  }
  const columnAt = (cell: Cell) => {
    const { columns, rows } = read().input
    const column = columns[cell.column]
    return column && narrowOptions(column, rows[cell.row])
  }
  const undo = () => step(done, undone)
  const redo = () => step(undone, done)
  return { read, set, takeFocus, tell, apply, moveTo, columnAt, undo, redo }
}

function makeEditing(core: Core) {
  const { read, set, takeFocus, apply, columnAt } = core
  const begin = (typed?: string) => {
    const { active } = read().state
    const column = columnAt(active)
    if (column === undefined || column.readonly || column.type === 'files') return
    takeFocus()
    set({ editing: beginEditing(column, read().input, active.row, typed) })
  }
  /** Puts the edited text into its cell; `false` when it does not fit and editing goes on. */
  const commit = (chosen?: string): boolean => {
    const { active, editing } = read().state
    const column = columnAt(active)
    if (editing === null || column === undefined) return true
    const parsed = parseCell(column, chosen ?? textToStore(column, editing))
    if (!parsed.ok) {
      set({ editing: { ...editing, fault: parsed.message } })
      return false
    }
    const { rows } = read().input
    const before = rows[active.row]?.[column.id] ?? null
    if (JSON.stringify(before) !== JSON.stringify(parsed.value)) {
      const written = setCell(rows, active.row, column.id, parsed.value as ContentRow[string])
      apply(
        written.map((row, index) => (index === active.row ? withRetyped(read().input, column, row) : row)),
      )
    }
    set({ editing: null })
    return true
  }
  /** Leaving the grid: what does not fit is given up, with a word. */
  const leave = () => {
    if (commit()) return
    core.tell(zh.grid.refused(1), true)
    set({ editing: null })
  }
  const write = (part: Partial<Editing>) => {
    const { editing } = read().state
    if (editing === null) return
    const { fault: _fault, ...rest } = editing
    set({ editing: { ...rest, ...part } })
  }
  const cancel = () => {
    takeFocus()
    set({ editing: null })
  }
  const store = (value: ContentRow[string]) => {
    const { active } = read().state
    const column = columnAt(active)
    if (column !== undefined) apply(setCell(read().input.rows, active.row, column.id, value))
  }
  return { begin, commit, leave, write, cancel, store }
}

const NO_PROPOSALS: readonly Proposal[] = []

function makeProposing({ read, set, apply, columnAt, tell, takeFocus }: Core) {
  /** What the library has for the cell that is written in. */
  const proposals = (): readonly Proposal[] => {
    const { input, state } = read()
    const { active, editing } = state
    const { assist, rows } = input
    if (editing === null || assist === undefined || columnAt(active)?.id !== assist.column)
      return NO_PROPOSALS
    return assist.find(rows[active.row] ?? {}, editing.text, rows)
  }
  /** Fills the row with a proposal; one step of undo takes it all back. */
  const take = (proposal: Proposal) => {
    const { input, state } = read()
    takeFocus()
    apply(input.rows.map((row, index) => (index === state.active.row ? { ...row, ...proposal.fill } : row)))
    set({ editing: null })
    tell(proposal.told, false)
  }
  return { proposals, take }
}

function withRetyped({ assist }: GridInput, { id }: FieldDefinition, row: ContentRow): ContentRow {
  return assist?.column === id ? { ...row, ...assist.retyped(row, String(row[id] ?? '')) } : row
}

function makeBlocks(core: Core) {
  const { read, set, apply, moveTo, tell } = core
  const selected = (): Block => blockOf(read().state.active, read().state.anchor)
  const copy = () => {
    const { rows, columns, names } = read().input
    return toTsv(readBlock(rows, columns, selected(), names))
  }
  const clear = () => apply(clearBlock(read().input.rows, read().input.columns, selected()))
  const paste = (cells: readonly (readonly string[])[]) => {
    const { rows, columns, field, canAdd } = read().input
    const { top, left, bottom, right } = selected()
    const header = readHeader(cells[0], field, columns)
    const texts = header ? cells.slice(1) : spread(cells, bottom - top + 1, right - left + 1)
    const maximum = field.max ?? ROWS_MAX
    const at = { row: top, column: header ? 0 : left }
    const { targets } = header ?? {}
    const unfold = unfoldOf(field)
    const fresh = () => newRow(field)
    const pasted = pasteBlock({ rows, columns, at, texts, canAdd, maximum, newRow: fresh, targets, unfold })
    apply(pasted.rows)
    const last = header ? columns.length - 1 : left + pasted.width - 1
    set({
      active: at,
      anchor: { row: top + Math.max(0, pasted.height - 1), column: Math.max(0, last) },
      refused: pasted.refused,
    })
    tell(
      tellPasted(pasted, texts.length, header?.unknown ?? []),
      pasted.refused.length > 0 || pasted.height < texts.length,
    )
  }
  const addRow = () => {
    const { rows, field } = read().input
    if (rows.length >= (field.max ?? ROWS_MAX)) return
    apply([...rows, newRow(field)])
    moveTo({ row: rows.length, column: 0 })
  }
  const removeRows = () => {
    const { top, bottom } = selected()
    apply(read().input.rows.filter((_, index) => index < top || index > bottom))
    moveTo({ row: top, column: read().state.active.column })
  }
  return { selected, copy, clear, paste, addRow, removeRows }
}

function beginEditing(
  column: FieldDefinition,
  { rows, names }: GridInput,
  row: number,
  typed: string | undefined,
): Editing {
  const shown = formatCell(column, rows[row]?.[column.id], names)
  const picked = column.type === 'choices' && shown !== '' ? shown.split('、') : []
  const chosen = typed === undefined ? Math.max(0, optionsFor(column, '').indexOf(shown)) : 0
  const highlighted = isList(column) ? chosen : -1
  return { text: typed ?? (isList(column) ? '' : shown), isTyped: typed !== undefined, highlighted, picked }
}

function textToStore(column: FieldDefinition, { text, highlighted, picked, isTyped }: Editing): string {
  if (column.type === 'choices') return picked.join('、')
  if (!isList(column)) return text
  if (isTyped && text.trim() === '') return ''
  return optionsFor(column, text)[highlighted] ?? text
}

/** What came of it: how much, what did not fit, what was left out. */
function tellPasted(
  { height, width, refused }: ReturnType<typeof pasteBlock>,
  lines: number,
  unknown: readonly string[],
): string {
  const [first] = refused
  return [
    zh.grid.pasted(height, width),
    ...(first ? [zh.grid.refused(refused.length), zh.grid.refusedFirst(first.row + 1, first.text)] : []),
    ...(height < lines ? [zh.grid.tooMany(lines - height)] : []),
    ...(unknown.length > 0 ? [zh.grid.unknownHeads(unknown.join('、'))] : []),
  ].join('；')
}

/** One copied cell fills the whole selection, as in a spreadsheet. */
function spread(
  texts: readonly (readonly string[])[],
  height: number,
  width: number,
): readonly (readonly string[])[] {
  const only = texts.length === 1 && texts[0]?.length === 1 ? texts[0][0] : undefined
  if (only === undefined) return texts
  return Array.from({ length: height }, () => Array.from({ length: width }, () => only))
}

/** Rows of a table of their own get their id here, so that what is filed under them stays theirs. */
function newRow({ bound }: FieldDefinition): ContentRow {
  return bound === undefined ? {} : { id: makeIdempotencyKey() }
}
