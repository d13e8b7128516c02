/** What stands in the body of a long table: a row, or the room of rows that are not drawn. */
export type Drawn =
  | { readonly kind: 'row'; readonly index: number }
  | { readonly kind: 'gap'; readonly first: number; readonly height_px: number }

/** A stretch of rows; both ends count. */
export type Stretch = { readonly first: number; readonly last: number }

/** Up to here a table is drawn whole: then the browser's own search finds all of it. */
export const DRAWN_WHOLE = 60
/** Rows drawn beyond the edge of the window, and the steps in which the stretch moves. */
const SPARE = 8

/**
 * The rows and gaps of a table, from above to below; their heights add up to that of the whole table.
 * @param given.always rows that are drawn wherever they stand: the one the cursor is in
 * @param given.heightOf height of a row in pixels, measured or supposed
 */
export function drawnRows(given: {
  readonly count: number
  readonly stretch: Stretch
  readonly always: readonly number[]
  readonly heightOf: (index: number) => number
}): readonly Drawn[] {
  const { count, stretch, always, heightOf } = given
  const drawn: Drawn[] = []
  let gap: { first: number; height_px: number } | undefined
  for (let index = 0; index < count; index += 1) {
    if ((index >= stretch.first && index <= stretch.last) || always.includes(index)) {
      if (gap !== undefined) drawn.push({ kind: 'gap', ...gap })
      gap = undefined
      drawn.push({ kind: 'row', index })
    } else {
      gap ??= { first: index, height_px: 0 }
      gap.height_px += heightOf(index)
    }
  }
  if (gap !== undefined) drawn.push({ kind: 'gap', ...gap })
  return drawn
}

/**
 * Which rows to draw for a window that shows the table from `top_px` to `bottom_px`, counted from its
 * first row: those in sight and some more, in steps, so that most scrolling draws nothing new.
 */
export function stretchOf(given: {
  readonly count: number
  readonly top_px: number
  readonly bottom_px: number
  readonly heightOf: (index: number) => number
}): Stretch {
  const { count, top_px, bottom_px, heightOf } = given
  let first = 0
  let end_px = count === 0 ? 0 : heightOf(0)
  while (first < count - 1 && end_px <= top_px) {
    first += 1
    end_px += heightOf(first)
  }
  let last = first
  while (last < count - 1 && end_px < bottom_px) {
    last += 1
    end_px += heightOf(last)
  }
  return {
    first: Math.max(0, Math.floor((first - SPARE) / SPARE) * SPARE),
    last: Math.min(count - 1, Math.ceil((last + SPARE) / SPARE) * SPARE),
  }
}
