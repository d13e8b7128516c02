import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { DRAWN_WHOLE, type Drawn, drawnRows, type Stretch, stretchOf } from './drawn-rows.ts'

/**
 * Height of a row of one line, which a row never drawn is taken to have. Were it a mean of those drawn, the
 * room above the window would change with every row and the page would run away under the reader.
 */
const LINE_px = 32
const FIRST_STRETCH: Stretch = { first: 0, last: 31 }

/**
 * Of a long table only the rows in sight are drawn; the others are room. Whole for a short one, and
 * while the page is printed.
 * @param count rows of the table
 * @param always rows to draw wherever they stand
 */
export function useDrawnRows(
  count: number,
  always: readonly number[],
): { readonly body: RefObject<HTMLTableSectionElement | null>; readonly drawn: readonly Drawn[] } {
  const body = useRef<HTMLTableSectionElement>(null)
  const heights = useRef<Heights>(new Map())
  const [stretch, setStretch] = useState(FIRST_STRETCH)
  const isPrinting = usePrinting()
  const isLong = count > DRAWN_WHOLE && !isPrinting
  const heightOf = (index: number) => heights.current.get(index) ?? LINE_px
  const look = useRef(() => {})
  look.current = () => {
    const box = body.current?.getBoundingClientRect()
    if (box === undefined || !isLong) return
    const next = stretchOf({ count, top_px: -box.top, bottom_px: window.innerHeight - box.top, heightOf })
    setStretch((now) => (now.first === next.first && now.last === next.last ? now : next))
  }
  useLayoutEffect(() => {
    if (isLong && body.current !== null) measure(body.current, heights.current)
    look.current()
  })
  useEffect(() => {
    if (!isLong) return
    let frame = 0
    const onMove = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => look.current())
    }
    // What scrolls may be the page or any box around the table: scrolling is heard on its way down.
    document.addEventListener('scroll', onMove, { capture: true, passive: true })
    window.addEventListener('resize', onMove)
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('scroll', onMove, { capture: true })
      window.removeEventListener('resize', onMove)
    }
  }, [isLong])
  const whole = { first: 0, last: count - 1 }
  return { body, drawn: drawnRows({ count, stretch: isLong ? stretch : whole, always, heightOf }) }
}

/** Measured heights in pixels by the number of the row. */
type Heights = Map<number, number>

function measure(body: HTMLTableSectionElement, heights: Heights): void {
  for (const row of body.rows) {
    const index = Number(row.getAttribute('data-row') ?? -1)
    if (index >= 0) heights.set(index, row.offsetHeight)
  }
}

/** True from the moment the browser is about to print until it has. */
function usePrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false)
  useEffect(() => {
    const begin = () => flushSync(() => setIsPrinting(true))
    const end = () => setIsPrinting(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return isPrinting
}
