import { likeness, plainText, runsOf } from './runs.ts'
import type { LibraryIndicator } from './indicator.ts'

export type Twin = {
  readonly one: LibraryIndicator
  readonly other: LibraryIndicator
  readonly why: string
  /** Likeness of name with definition by 2-grams, 0 to 1. */
  readonly likeness: number
}

const EMPTY: ReadonlySet<string> = new Set()

/**
 * Pairs that may say the same thing twice: the same normalised name, or name and definition alike.
 * @param from likeness of name and definition from which a pair is reported
 */
export function findTwins(indicators: readonly LibraryIndicator[], from: number): Twin[] {
  const runs = indicators.map(
    ({ name, definition }) => new Set(runsOf(plainText(`${name}。${definition}`), 2)),
  )
  return indicators.flatMap((one, at) =>
    indicators.slice(at + 1).flatMap((other, offset): Twin[] => {
      const alike = likeness(runs[at] ?? EMPTY, runs[at + 1 + offset] ?? EMPTY)
      if (plainText(one.name) === plainText(other.name))
        return [{ one, other, why: '名称相同', likeness: alike }]
      return alike >= from ? [{ one, other, why: '名称和说明相近', likeness: alike }] : []
    }),
  )
}
