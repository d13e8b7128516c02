import type { KeyboardEvent } from 'react'
import { type Api, isList, optionsFor } from './grid-api.ts'

const ARROWS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Keys of a grid cell; what is not a grid key is left to the browser. */
export function onGridKey(api: Api, event: KeyboardEvent<HTMLElement>): void {
  if (event.nativeEvent.isComposing) return
  const handled = api.read().state.editing === null ? onMoveKey(api, event) : onEditKey(api, event)
  if (handled) event.preventDefault()
}

function shift(api: Api, rows: number, columns: number, isExtending = false): void {
  const { row, column } = api.read().state.active
  api.moveTo({ row: row + rows, column: column + columns }, isExtending)
}

/** Tab walks through all cells; at the last (or, backwards, the first) it leaves the grid. */
function tab(api: Api, isBack: boolean): boolean {
  const { state, input } = api.read()
  const { row, column } = state.active
  const last = input.columns.length - 1
  if (isBack && column === 0) {
    if (row === 0) return false
    api.moveTo({ row: row - 1, column: last })
  } else if (!isBack && column === last) {
    if (row === input.rows.length - 1) return false
    api.moveTo({ row: row + 1, column: 0 })
  } else api.moveTo({ row, column: column + (isBack ? -1 : 1) })
  return true
}

function onMoveKey(api: Api, event: KeyboardEvent<HTMLElement>): boolean {
  const isCommand = event.ctrlKey || event.metaKey
  const key = event.key
  if (isCommand) return onCommandKey(api, key.toLowerCase(), event.shiftKey)
  const arrow = ARROWS[key]
  if (arrow !== undefined) {
    shift(api, arrow[0], arrow[1], event.shiftKey)
    return true
  }
  if (key === 'Tab') return tab(api, event.shiftKey)
  if (key === 'Home' || key === 'End') {
    const { active } = api.read().state
    api.moveTo({ row: active.row, column: key === 'Home' ? 0 : Number.MAX_SAFE_INTEGER }, event.shiftKey)
    return true
  }
  if (key === 'Enter' || key === 'F2') {
    api.begin()
    return true
  }
  if (key === 'Delete' || key === 'Backspace') {
    api.clear()
    return true
  }
  return false
}

function onCommandKey(api: Api, key: string, isShift: boolean): boolean {
  if (key === 'z' && !isShift) api.undo()
  else if (key === 'y' || key === 'z') api.redo()
  else if (key === 'a') {
    const { rows, columns } = api.read().input
    api.set({ active: { row: 0, column: 0 }, anchor: { row: rows.length - 1, column: columns.length - 1 } })
  } else return false
  return true
}

function onEditKey(api: Api, event: KeyboardEvent<HTMLElement>): boolean {
  const { active, editing } = api.read().state
  const column = api.columnAt(active)
  if (editing === null || column === undefined) return false
  const { key } = event
  if (key === 'Escape') {
    api.cancel()
    return true
  }
  if (key === 'Tab') {
    if (api.commit()) tab(api, event.shiftKey)
    return true
  }
  if (isList(column)) return onListKey(api, key)
  if (onProposalKey(api, key)) return true
  if (key === 'Enter' && !event.altKey && !event.shiftKey) {
    if (api.commit()) shift(api, 1, 0)
    return true
  }
  const isVertical = key === 'ArrowUp' || key === 'ArrowDown'
  if (isVertical && editing.isTyped && column.type !== 'longtext') {
    if (api.commit()) shift(api, key === 'ArrowUp' ? -1 : 1, 0)
    return true
  }
  return false
}

/** Up and down walk through the proposals, Enter takes the one reached; before that it keeps what is typed. */
function onProposalKey(api: Api, key: string): boolean {
  const { editing } = api.read().state
  if (editing === null || !['ArrowDown', 'ArrowUp', 'Enter'].includes(key)) return false
  const proposals = api.proposals()
  if (proposals.length === 0) return false
  if (key === 'Enter') {
    const chosen = proposals[editing.highlighted]
    if (chosen !== undefined) api.take(chosen)
    return chosen !== undefined
  }
  const step = key === 'ArrowDown' ? 1 : -1
  api.write({ highlighted: Math.max(-1, Math.min(editing.highlighted + step, proposals.length - 1)) })
  return true
}

function onListKey(api: Api, key: string): boolean {
  const { active, editing } = api.read().state
  const column = api.columnAt(active)
  if (editing === null || column === undefined) return false
  const labels = optionsFor(column, editing.text)
  if (key === 'ArrowDown') api.write({ highlighted: Math.min(editing.highlighted + 1, labels.length - 1) })
  else if (key === 'ArrowUp') api.write({ highlighted: Math.max(editing.highlighted - 1, 0) })
  else if (key === 'Enter') pickHighlighted(api, labels[editing.highlighted])
  else return false
  return true
}

function pickHighlighted(api: Api, label: string | undefined): void {
  const { active } = api.read().state
  if (api.columnAt(active)?.type === 'choices') togglePicked(api, label)
  else if (api.commit()) shift(api, 1, 0)
}

/** Adds or removes one label where several may be picked. */
export function togglePicked(api: Api, label: string | undefined): void {
  const { editing } = api.read().state
  if (editing === null || label === undefined) return
  const { picked } = editing
  api.write({
    picked: picked.includes(label) ? picked.filter((one) => one !== label) : [...picked, label],
    text: '',
  })
}
