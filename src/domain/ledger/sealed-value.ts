import { canonicalJson } from './canonical-json.ts'

/**
 * What a leaf may say. Money, scores and every other figure are decimal strings; a JSON number is a
 * version, an order or a year and nothing else. What is missing is absent, never null.
 */
export type SealedValue = string | number | boolean | readonly SealedValue[] | SealedObject
export type SealedObject = { readonly [key: string]: SealedValue }

/** Larger than any year, version or order; far below where numbers lose digits. */
const LARGEST_NUMBER = 9_999_999
const ASCII = /^[\x20-\x7e]+$/

/** Needs no composing and has no other line ends: most of a leaf is codes, ids, figures and moments. */
const PLAIN = /^[\x20-\x7e\n]*$/

/** Text as it is sealed: composed characters (NFC), one kind of line end; nothing else is touched. */
export function toSealedText(text: string): string {
  if (PLAIN.test(text)) return text
  return text.replaceAll('\r\n', '\n').normalize('NFC')
}

/**
 * The bytes-to-be of a leaf: canonical JSON of a value that keeps the rules of the contract ledger.
 * @throws TypeError naming the place that breaks a rule; nothing is mended silently
 */
export function sealedText(value: SealedValue): string {
  requireSealed(value, '')
  return canonicalJson(value)
}

/** @throws TypeError */
function requireSealed(value: unknown, place: string): void {
  if (typeof value === 'boolean') return
  if (typeof value === 'string') {
    if (PLAIN.test(value)) return
    if (!value.isWellFormed() || toSealedText(value) !== value) refuse(place, 'text not NFC with LF')
    return
  }
  if (typeof value === 'number') {
    const isSmall = Number.isInteger(value) && value >= 0 && value <= LARGEST_NUMBER && !Object.is(value, -0)
    if (!isSmall) refuse(place, `number ${value}: figures are decimal strings`)
    return
  }
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) requireSealed(one, `${place}/${index}`)
    return
  }
  if (typeof value !== 'object' || value === null) refuse(place, 'missing values are absent')
  for (const [key, one] of Object.entries(value as object)) {
    if (!ASCII.test(key)) refuse(place, `key ${key} is not ASCII`)
    requireSealed(one, `${place}/${key}`)
  }
}

function refuse(place: string, why: string): never {
  throw new TypeError(`${place || '/'}: ${why}`)
}
