import { App } from 'antd'
import { useRef, useState } from 'react'
import { type Api, type GridInput, type GridState, makeGridApi } from './grid-api.ts'

export type Grid = {
  readonly state: GridState
  readonly api: Api
  /** Whether the cursor belongs into the grid: set by its keys and clicks, cleared on leaving. */
  readonly wantsFocus: { current: boolean }
}

/** What a spreadsheet does, over the rows of one field: move, write, copy, paste, undo. */
export function useGrid(input: GridInput): Grid {
  const [state, setState] = useState<GridState>({
    active: { row: 0, column: 0 },
    anchor: { row: 0, column: 0 },
    editing: null,
    refused: [],
  })
  const { message } = App.useApp()
  const latest = useRef({ input, state })
  latest.current = { input, state }
  const wantsFocus = useRef(false)
  const [api] = useState(() =>
    makeGridApi({
      read: () => latest.current,
      set: (part) => {
        const next = { ...latest.current.state, ...part }
        latest.current = { ...latest.current, state: next }
        setState(next)
      },
      put: (rows) => {
        latest.current = { ...latest.current, input: { ...latest.current.input, rows } }
        latest.current.input.change(rows)
      },
      takeFocus: () => {
        wantsFocus.current = true
      },
      tell: (text, isWarning) => void (isWarning ? message.warning(text, 6) : message.success(text)),
    }),
  )
  return { state, api, wantsFocus }
}
