import { App } from 'antd'
import { useRef, useState } from 'react'
import type { ContentRow, FieldDefinition } from '../../../domain/forms/form.ts'
import { makeIdempotencyKey } from '../../api.ts'
import { zh } from '../../zh.ts'
import { formatCell, parseCell, type Names } from '../cell-text.ts'
import { parseTsv, toTsv } from '../tsv.ts'
import { blockOf, type Cell, clearBlock, pasteBlock, readBlock, setCell } from './blocks.ts'

export type Editing = {
  readonly text: string
  /** Begun by typing over the cell: up and down then leave it, as in a spreadsheet. */
  readonly isTyped: boolean
  /** The option under the keys, in cells that choose from a list. */
  readonly highlighted: number
  /** Labels picked so far, where several may be. */
  readonly picked: readonly string[]
  readonly fault?: string
}
export type GridState = { readonly active: Cell; readonly anchor: Cell; readonly editing: Editing | null }

const UNDO_STEPS = 100

export type GridInput = {
  readonly field: FieldDefinition
  readonly columns: readonly FieldDefinition[]
  readonly rows: readonly ContentRow[]
  readonly names: Names
  readonly canAdd: boolean
  readonly change: (rows: readonly ContentRow[]) => void
}
export type Grid = ReturnType<typeof useGrid>

/** Labels a cell may take, filtered by what is typed so far. */
export function optionsFor(column: FieldDefinition, typed: string): readonly string[] {
  const labels =
    column.type === 'boolean' ? [zh.common.yes, zh.common.no] : (column.options ?? []).map((o) => o.label)
  const found = labels.filter((label) => label.includes(typed.trim()))
  return typed.trim() === '' ? labels : found
}

export function isList({ type }: FieldDefinition): boolean {
  return type === 'choice' || type === 'boolean' || type === 'choices'
}

/** What a spreadsheet does, over the rows of one field: move, write, copy, paste, undo. */
export function useGrid(input: GridInput) {
  const [state, setState] = useState<GridState>({
    active: { row: 0, column: 0 },
    anchor: { row: 0, column: 0 },
    editing: null,
  })
  const { message } = App.useApp()
  const latest = useRef({ input, state })
  latest.current = { input, state }
  const wantsFocus = useRef(false)
  const [api] = useState(() => {
    const undone: (readonly ContentRow[])[] = []
    const done: (readonly ContentRow[])[] = []
    const read = () => latest.current
    const set = (part: Partial<GridState>) => {
      const next = { ...read().state, ...part }
      latest.current = { ...read(), state: next }
      setState(next)
    }
    const apply = (rows: readonly ContentRow[]) => {
      done.push(read().input.rows)
      if (done.length > UNDO_STEPS) done.shift()
      undone.length = 0
      put(rows)
    }
    const put = (rows: readonly ContentRow[]) => {
      latest.current = { ...read(), input: { ...read().input, rows } }
      read().input.change(rows)
    }
    const step = (from: (readonly ContentRow[])[], to: (readonly ContentRow[])[]) => {
      const rows = from.pop()
      if (rows === undefined) return
      to.push(read().input.rows)
      put(rows)
      moveTo(read().state.active)
    }
    const moveTo = (cell: Cell, isExtending = false) => {
      const { rows, columns } = read().input
      const active = {
        row: Math.max(0, Math.min(cell.row, rows.length - 1)),
        column: Math.max(0, Math.min(cell.column, columns.length - 1)),
      }
      wantsFocus.current = true
      set({ active, anchor: isExtending ? read().state.anchor : active, editing: null })
    }
    const columnAt = (cell: Cell) => read().input.columns[cell.column]
    return {
      read,
      set,
      apply,
      moveTo,
      columnAt,
      ...editing(),
      ...blocks(),
      undo: () => step(done, undone),
      redo: () => step(undone, done),
    }

    function editing() {
      const begin = (typed?: string) => {
        const { active } = read().state
        const column = columnAt(active)
        if (column === undefined || column.readonly || column.type === 'files') return
        const shown = formatCell(column, read().input.rows[active.row]?.[column.id], read().input.names)
        const picked = column.type === 'choices' && shown !== '' ? shown.split('、') : []
        const labels = optionsFor(column, typed ?? '')
        const highlighted = typed === undefined ? Math.max(0, labels.indexOf(shown)) : 0
        const text = typed ?? (isList(column) ? '' : shown)
        wantsFocus.current = true
        set({ editing: { text, isTyped: typed !== undefined, highlighted, picked } })
      }
      /** Puts the edited text into its cell; `false` when it does not fit and editing goes on. */
      const commit = (chosen?: string): boolean => {
        const { active, editing: now } = read().state
        const column = columnAt(active)
        if (now === null || column === undefined) return true
        const parsed = parseCell(column, chosen ?? textToStore(column, now))
        if (!parsed.ok) {
          set({ editing: { ...now, fault: parsed.message } })
          return false
        }
        const before = read().input.rows[active.row]?.[column.id] ?? null
        if (JSON.stringify(before) !== JSON.stringify(parsed.value)) {
          apply(setCell(read().input.rows, active.row, column.id, parsed.value as ContentRow[string]))
        }
        set({ editing: null })
        return true
      }
      /** Leaving the grid: what does not fit is given up, with a word. */
      const leave = () => {
        if (commit()) return
        void message.warning(zh.grid.refused(1))
        set({ editing: null })
      }
      const write = (part: Partial<Editing>) => {
        const now = read().state.editing
        if (now === null) return
        const { fault: _fault, ...rest } = now
        set({ editing: { ...rest, ...part } })
      }
      const cancel = () => {
        wantsFocus.current = true
        set({ editing: null })
      }
      const store = (value: ContentRow[string]) => {
        const { active } = read().state
        const column = columnAt(active)
        if (column !== undefined) apply(setCell(read().input.rows, active.row, column.id, value))
      }
      return { begin, commit, leave, write, cancel, store }
    }

    function blocks() {
      const selected = () => blockOf(read().state.active, read().state.anchor)
      const copy = () =>
        toTsv(readBlock(read().input.rows, read().input.columns, selected(), read().input.names))
      const clear = () => apply(clearBlock(read().input.rows, read().input.columns, selected()))
      const paste = (text: string) => {
        const { rows, columns, field, canAdd } = read().input
        const { top, left, bottom, right } = selected()
        const texts = spread(parseTsv(text), bottom - top + 1, right - left + 1)
        const pasted = pasteBlock({
          rows,
          columns,
          at: { row: top, column: left },
          texts,
          canAdd,
          maximum: field.max ?? 200,
          newRow: () => newRow(field),
        })
        apply(pasted.rows)
        const told = zh.grid.pasted(pasted.height, pasted.width)
        if (pasted.refused > 0) void message.warning(`${told},${zh.grid.refused(pasted.refused)}`, 6)
        else void message.success(told)
        const active = { row: top, column: left }
        set({ active, anchor: { row: top + pasted.height - 1, column: left + pasted.width - 1 } })
      }
      const addRow = () => {
        const { rows, field } = read().input
        if (rows.length >= (field.max ?? 200)) return
        apply([...rows, newRow(field)])
        moveTo({ row: rows.length, column: 0 })
      }
      const removeRows = () => {
        const { top, bottom } = selected()
        apply(read().input.rows.filter((_, index) => index < top || index > bottom))
        moveTo({ row: top, column: read().state.active.column })
      }
      return { copy, clear, paste, addRow, removeRows, selected }
    }
  })
  return { state, api, wantsFocus }
}

/** Rows of a table of their own get their id here, so that what is filed under them stays theirs. */
function newRow({ bound }: FieldDefinition): ContentRow {
  return bound === undefined ? {} : { id: makeIdempotencyKey() }
}

function textToStore(column: FieldDefinition, { text, highlighted, picked, isTyped }: Editing): string {
  if (column.type === 'choices') return picked.join('、')
  if (!isList(column)) return text
  if (isTyped && text.trim() === '') return ''
  return optionsFor(column, text)[highlighted] ?? text
}

/** One copied cell fills the whole selection, as in a spreadsheet. */
function spread(texts: string[][], height: number, width: number): string[][] {
  const only = texts.length === 1 && texts[0]?.length === 1 ? texts[0][0] : undefined
  if (only === undefined) return texts
  return Array.from({ length: height }, () => Array.from({ length: width }, () => only))
}
