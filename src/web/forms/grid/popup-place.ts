import { type RefObject, useLayoutEffect, useState } from 'react'

export type Place = { readonly left: number; readonly top: number; readonly minWidth: number }

/** Where a list stands that belongs to a cell: below it, above where there is no room. */
export function usePopupPlace(
  anchor: RefObject<HTMLElement | null>,
  height: number,
  width = 0,
): Place | undefined {
  const [place, setPlace] = useState<Place>()
  useLayoutEffect(() => {
    const box = anchor.current?.closest('td')?.getBoundingClientRect()
    if (box === undefined) return
    const top = box.bottom + height > window.innerHeight ? Math.max(4, box.top - height) : box.bottom
    const left = Math.max(4, Math.min(box.left, window.innerWidth - width - 8))
    setPlace({ left, top, minWidth: Math.max(box.width, width) })
  }, [anchor, height, width])
  return place
}
