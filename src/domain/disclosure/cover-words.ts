/** Words that are covered and what is read in their place. */
export type Cover = { readonly text: string; readonly note: string }

/** Characters counted from 0, `to` not included. */
export type Span = { readonly from: number; readonly to: number }

/** What stands for a number, a name or an address that is covered. */
export const MASK = '×××'

/** Every place where these words stand, however they are spaced or broken into lines. */
export function spansOf(text: string, words: string): Span[] {
  const characters = [...words.replace(/\s/g, '')]
  if (characters.length === 0) return []
  const pattern = characters.map((one) => one.replace(/[.*+?^${}()|[\]\\/-]/, '\\$&')).join('\\s*')
  return [...text.matchAll(new RegExp(pattern, 'gu'))].map(({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
  }))
}

/** The text with all of these words covered; what overlaps is covered as one, under the note that begins first. */
export function coverWords(text: string, covers: readonly Cover[]): string {
  const places = covers
    .flatMap(({ text: words, note }) => spansOf(text, words).map((span) => ({ ...span, note })))
    .sort((a, b) => a.from - b.from || b.to - a.to)
  let covered = ''
  let end = 0
  for (const { from, to, note } of places) {
    if (from >= end) covered += text.slice(end, from) + note
    end = Math.max(end, to)
  }
  return covered + text.slice(end)
}
