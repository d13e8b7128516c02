import { type RefObject, useEffect, useRef } from 'react'

/** A cell of a long table that may not be drawn yet, by row from 0 and id of its column. */
export type CellJump = { readonly row: number; readonly column: string | undefined }
const EVENT = 'celljump'

/** Asks the table around a field to bring one of its cells into view; false where nobody listens. */
export function askForCell(table: Element, jump: CellJump): boolean {
  return !table.dispatchEvent(new CustomEvent(EVENT, { detail: jump, cancelable: true }))
}

/** Answers to `askForCell` on this element. */
export function useCellJump(element: RefObject<HTMLElement | null>, go: (jump: CellJump) => void): void {
  const latest = useRef(go)
  latest.current = go
  useEffect(() => {
    const own = element.current
    const onJump = (event: Event) => {
      event.preventDefault()
      latest.current((event as CustomEvent<CellJump>).detail)
    }
    own?.addEventListener(EVENT, onJump)
    return () => own?.removeEventListener(EVENT, onJump)
  }, [element])
}
