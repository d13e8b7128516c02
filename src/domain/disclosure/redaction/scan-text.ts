import { isBankAccount } from './bank-account.ts'
import type { Concealed, ConcealedKind, ScanKnowledge } from './concealed.ts'
import { type DigitWindow, digitRuns, windowsOf } from './digit-runs.ts'
import { type Folded, foldText, unfold } from './fold-text.ts'
import { identityNumber } from './identity-number.ts'
import { knownNames, labelledNames } from './names.ts'
import { isLandline, isMobile } from './phone-number.ts'
import { writtenMarks } from './written-marks.ts'

type Place = { readonly kind: ConcealedKind; readonly from: number; readonly to: number }

/**
 * Finds in a text what must not be published: numbers of people, their names and addresses, marks of secrecy.
 * It looks for what is likely, also in full-width characters, Chinese numerals and with separators; it judges
 * nothing: whether a place is a false alarm is decided by two people.
 * @returns places of the original text in their order, none inside another
 */
export function scanText(original: string, { names, secretWords }: ScanKnowledge): Concealed[] {
  const folded = foldText(original)
  const { text } = folded
  const of = (kind: ConcealedKind, places: readonly { from: number; to: number }[]): Place[] =>
    places.map((place) => ({ ...place, kind }))
  const places = [
    ...numbersIn(text),
    ...writtenMarks(text),
    ...of('secret', wordsIn(text, secretWords)),
    ...of('name', knownNames(text, names)),
    ...of('name', labelledNames(text)),
  ]
  return outermost(places).map((place) => present(folded, original, place))
}

/** How far a label before a number is looked for, and an ending behind it, in characters. */
const AROUND = 16

function numbersIn(text: string): Place[] {
  return digitRuns(text).flatMap((run) => {
    const places: Place[] = []
    let end = 0
    for (const window of windowsOf(run)) {
      if (window.from < end) continue
      const place = numberAt(text, window)
      if (!place) continue
      places.push(place)
      end = place.to
    }
    return places
  })
}

function numberAt(text: string, window: DigitWindow): Place | undefined {
  const { from, to } = window
  const before = text.slice(Math.max(0, from - AROUND), from)
  const after = text.slice(to, to + AROUND)
  const more = identityNumber(window, after)
  if (more !== undefined) return { kind: 'identity', from, to: to + more }
  if (isMobile(window, after)) return { kind: 'mobile', from, to }
  if (isBankAccount(window, before)) return { kind: 'bankAccount', from, to }
  if (isLandline(window, before, after)) return { kind: 'landline', from, to }
  return undefined
}

function wordsIn(text: string, words: readonly string[]): { from: number; to: number }[] {
  return words.flatMap((word) => {
    const found: { from: number; to: number }[] = []
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      found.push({ from: at, to: at + word.length })
    return found
  })
}

/** What lies inside a longer place is left out; of two alike the first one stays. */
function outermost(places: readonly Place[]): Place[] {
  const sorted = [...places].sort((a, b) => a.from - b.from || b.to - a.to)
  const kept: Place[] = []
  for (const place of sorted) {
    const last = kept.at(-1)
    if (!last || place.from >= last.to || place.to > last.to) kept.push(place)
  }
  return kept
}

function present(folded: Folded, original: string, { kind, from, to }: Place): Concealed {
  const place = unfold(folded, from, to)
  return { kind, ...place, text: original.slice(place.from, place.to) }
}
