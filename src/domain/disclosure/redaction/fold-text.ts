/** A text as a detector reads it, and where each of its characters stands in the original. */
export type Folded = { readonly text: string; readonly at: readonly number[] }

/** Characters nobody sees, put between digits to get past a filter. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/

/** Blanks and circled digits, one character each. */
const SAME: Readonly<Record<string, string>> = {
  ...{ '\u3000': ' ', '\u00a0': ' ', '⓪': '0' },
  ...Object.fromEntries([...'①②③④⑤⑥⑦⑧⑨'].map((circled, index) => [circled, String(index + 1)])),
}

/** The letter O written for a zero, inside or at the end of a number. */
const LETTER_O = /(?<=\d)[Oo]+(?![A-Za-z])/g

/**
 * Full-width letters, digits and signs become half-width, invisible characters go, so that one detector finds
 * every way of writing.
 */
export function foldText(original: string): Folded {
  let text = ''
  const at: number[] = []
  for (let index = 0; index < original.length; index += 1) {
    const character = original[index] as string
    if (INVISIBLE.test(character)) continue
    const code = original.charCodeAt(index)
    if (code >= 0xff01 && code <= 0xff5e) text += String.fromCharCode(code - 0xfee0)
    else text += SAME[character] ?? character
    at.push(index)
  }
  return { text: text.replace(LETTER_O, (letters) => '0'.repeat(letters.length)), at }
}

/** Where a place of the folded text stands in the original; `to` not included. */
export function unfold({ at }: Folded, from: number, to: number): { from: number; to: number } {
  return { from: at[from] ?? 0, to: (at[to - 1] ?? 0) + 1 }
}
