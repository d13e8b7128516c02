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

/**
 * Needs no composing and has no other line ends: codes, ids, figures and moments; Chinese characters and their
 * punctuation, which compose with nothing.
 */
const PLAIN = /^[\x20-\x7e\n\u3001-\u3020\u4e00-\u9fff\uff01-\uff5e]*$/

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
  const text = writeSealed(value)
  if (text !== undefined) return text
  requireSealed(value, '')
  return canonicalJson(value)
}

/**
 * Whether a text is the bytes-to-be of what it says: the same answer as writing the value anew with `sealedText`
 * and comparing, at a third of the cost. Whatever is out of the ordinary is written anew.
 * @param value the text as JSON
 * @throws TypeError for what `sealedText` cannot write
 */
export function isSealedText(text: string, value: SealedValue): boolean {
  const isOrdinary =
    !/\\[ru]/.test(text) &&
    text.normalize('NFC') === text &&
    JSON.stringify(value) === text &&
    isInOrder(value)
  return isOrdinary || sealedText(value) === text
}

/** Keys in ASCII and in order, numbers as the rules allow them, nothing missing; texts are not looked at. */
function isInOrder(value: unknown): boolean {
  if (typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return isSealedNumber(value)
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.every(isInOrder)
  let before = ''
  for (const key of Object.keys(value)) {
    if (key <= before || !ASCII.test(key)) return false
    before = key
    if (!isInOrder((value as Readonly<Record<string, unknown>>)[key])) return false
  }
  return true
}

/** Stands in JSON as it is. */
const BARE = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/

/**
 * Checks and writes in one go, without noting where it is; `canonicalJson` of the same value is the same text.
 * @returns nothing when a rule is broken somewhere
 */
function writeSealed(value: unknown): string | undefined {
  if (typeof value === 'string') return writeText(value)
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return isSealedNumber(value) ? String(value) : undefined
  if (typeof value !== 'object' || value === null) return undefined
  const parts: string[] = []
  if (Array.isArray(value)) {
    for (const one of value) {
      const text = writeSealed(one)
      if (text === undefined) return undefined
      parts.push(text)
    }
    return `[${parts.join(',')}]`
  }
  for (const key of Object.keys(value).sort()) {
    const text = writeSealed((value as Readonly<Record<string, unknown>>)[key])
    if (text === undefined || !ASCII.test(key)) return undefined
    parts.push(`${writeText(key)}:${text}`)
  }
  return `{${parts.join(',')}}`
}

function writeText(text: string): string | undefined {
  if (BARE.test(text)) return `"${text}"`
  return text.isWellFormed() && toSealedText(text) === text ? JSON.stringify(text) : undefined
}

function isSealedNumber(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= LARGEST_NUMBER && !Object.is(value, -0)
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
    if (!isSealedNumber(value)) refuse(place, `number ${value}: figures are decimal strings`)
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
