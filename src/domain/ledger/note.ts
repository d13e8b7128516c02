import { concat, fromBase64, isSame, toBase64, toHex, toUtf8 } from './bytes.ts'
import type { HashFunction } from './hash.ts'

/** A signed note (C2SP signed-note): a text, an empty line, signature lines. */
export type Note = {
  /** The text with its last line end: what is signed. */
  readonly body: string
  readonly signatures: readonly NoteSignature[]
}

export type NoteSignature = {
  readonly name: string
  readonly keyId: Uint8Array
  readonly signature: Uint8Array
  /** The line as it stands in the note, without its line end. */
  readonly line: string
}

/** 0x01 Ed25519 over the text; 0x04 Ed25519 witness cosignature with its time. */
export const LOG_SIGNATURE = 0x01
export const WITNESS_SIGNATURE = 0x04

/** A public key as C2SP writes it: name+key id+type and key. */
export type NoteKey = {
  readonly name: string
  readonly type: number
  readonly publicKey: Uint8Array
  readonly keyId: Uint8Array
  readonly text: string
}

/** Checks an Ed25519 signature; passed in. */
export type VerifyEd25519 = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean

const LONGEST_NOTE = 20_000
const MOST_SIGNATURES = 32
const NAME = /^[^\s+\p{Cc}]+$/u
const KEY_BYTES = 32

/** @returns nothing when the text is not a signed note */
export function parseNote(text: string): Note | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a note has none but line ends
  if (text.length > LONGEST_NOTE || /[\u0000-\u0009\u000b-\u001f]/.test(text)) return undefined
  const cut = text.lastIndexOf('\n\n')
  if (cut < 0 || !text.endsWith('\n')) return undefined
  const lines = text.slice(cut + 2, -1).split('\n')
  const signatures = lines.map(parseSignatureLine)
  if (lines.length > MOST_SIGNATURES || signatures.includes(undefined)) return undefined
  return { body: text.slice(0, cut + 1), signatures: signatures as NoteSignature[] }
}

/** One line `— name base64`; nothing when it is something else. */
export function parseSignatureLine(line: string): NoteSignature | undefined {
  const [dash, name = '', base64 = '', ...rest] = line.split(' ')
  const bytes = fromBase64(base64)
  if (dash !== '—' || rest.length > 0 || !NAME.test(name) || !bytes || bytes.length < 5) return undefined
  return { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4), line }
}

export function writeNote(body: string, lines: readonly string[]): string {
  return `${body}\n${lines.map((line) => `${line}\n`).join('')}`
}

export function signatureLine(key: Pick<NoteKey, 'name' | 'keyId'>, signature: Uint8Array): string {
  return `— ${key.name} ${toBase64(concat(key.keyId, signature))}`
}

/** A key under a name: its id is computed as C2SP prescribes. */
export function makeKey(sha256: HashFunction, name: string, type: number, publicKey: Uint8Array): NoteKey {
  const material = concat(Uint8Array.of(type), publicKey)
  const keyId = sha256(concat(toUtf8(`${name}\n`), material)).slice(0, 4)
  return { name, type, publicKey, keyId, text: `${name}+${toHex(keyId)}+${toBase64(material)}` }
}

/** @returns nothing when the text is not a key of ours or its id does not fit */
export function parseKey(sha256: HashFunction, text: string): NoteKey | undefined {
  const [name = '', id = '', ...material] = text.trim().split('+')
  const bytes = fromBase64(material.join('+'))
  if (!NAME.test(name) || bytes?.length !== KEY_BYTES + 1) return undefined
  const key = makeKey(sha256, name, bytes[0] ?? 0, bytes.slice(1))
  return toHex(key.keyId) === id && key.text === text.trim() ? key : undefined
}

/** First 16 characters of the SHA-256 of a key: what is printed and read over the telephone. */
export function keyFingerprint(sha256: HashFunction, key: NoteKey): string {
  return toHex(sha256(toUtf8(key.text))).slice(0, 16)
}

export type SignatureVerdict = 'valid' | 'invalid' | 'absent'

/** What a note says under the log's key. A line of that key which does not verify spoils the note. */
export function verifyLogSignature(note: Note, key: NoteKey, verify: VerifyEd25519): SignatureVerdict {
  if (key.type !== LOG_SIGNATURE) return 'invalid'
  return verdictOf(note, key, (signature) => verify(key.publicKey, toUtf8(note.body), signature))
}

/** What a note says under a witness's key. */
export function verifyCosignature(note: Note, key: NoteKey, verify: VerifyEd25519): SignatureVerdict {
  if (key.type !== WITNESS_SIGNATURE) return 'invalid'
  return verdictOf(note, key, (stamped) => {
    const time = readTime(stamped)
    return time !== undefined && verify(key.publicKey, cosignedMessage(note.body, time), stamped.slice(8))
  })
}

function verdictOf(note: Note, key: NoteKey, isTrue: (signature: Uint8Array) => boolean): SignatureVerdict {
  const own = note.signatures.filter(({ name, keyId }) => name === key.name && isSame(keyId, key.keyId))
  if (own.length === 0) return 'absent'
  return own.every(({ signature }) => isTrue(signature)) ? 'valid' : 'invalid'
}

/** What a witness signs. @param time_s seconds since 1970 */
export function cosignedMessage(body: string, time_s: number): Uint8Array {
  return toUtf8(`cosignature/v1\ntime ${time_s}\n${body}`)
}

/** The witness's signature with its time in front, eight bytes. */
export function stampSignature(time_s: number, signature: Uint8Array): Uint8Array {
  const stamp = new Uint8Array(8)
  for (let index = 7, rest = time_s; index >= 0; index -= 1, rest = Math.floor(rest / 256))
    stamp[index] = rest % 256
  return concat(stamp, signature)
}

function readTime(stamped: Uint8Array): number | undefined {
  if (stamped.length !== 8 + 64) return undefined
  const time_s = stamped.slice(0, 8).reduce((sum, byte) => sum * 256 + byte, 0)
  return Number.isSafeInteger(time_s) ? time_s : undefined
}
