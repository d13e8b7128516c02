import { fromBase64, toBase64, toHex } from './bytes.ts'
import { type Both, HASH_BYTES } from './hash.ts'

/**
 * A checkpoint (C2SP tlog-checkpoint): origin, size, root. The third line is the SHA-256 root that
 * anybody's tool reads; the SM3 root follows in an extension line, then when it was made.
 */
export type Checkpoint = {
  readonly origin: string
  readonly size: number
  readonly roots: Both<Uint8Array>
  /** RFC 3339; absent on paper, where the document carries its date. */
  readonly time?: string
}

const SIZE = /^(0|[1-9][0-9]{0,14})$/
const TIME = /^time (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?\+08:00)$/
const ORIGIN = /^[^\s+\p{Cc}]{1,100}$/u

/** The text that is signed, each line ended by LF. */
export function checkpointText({ origin, size, roots, time }: Checkpoint): string {
  const lines = [origin, String(size), toBase64(roots.sha256), `sm3 ${toBase64(roots.sm3)}`]
  return [...lines, ...(time ? [`time ${time}`] : [])].map((line) => `${line}\n`).join('')
}

/** @returns nothing when the text is not a checkpoint of this ledger */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [origin = '', size = '', sha256 = '', sm3 = '', ...more] = text.split('\n')
  if (more.pop() !== '' || more.length > 1 || !ORIGIN.test(origin) || !SIZE.test(size)) return undefined
  const roots = { sha256: rootOf(sha256), sm3: sm3.startsWith('sm3 ') ? rootOf(sm3.slice(4)) : undefined }
  const time = more[0] === undefined ? undefined : TIME.exec(more[0])?.[1]
  if (!roots.sha256 || !roots.sm3 || (more.length === 1 && time === undefined)) return undefined
  return {
    origin,
    size: Number(size),
    roots: { sha256: roots.sha256, sm3: roots.sm3 },
    ...(time === undefined ? {} : { time }),
  }
}

function rootOf(base64: string): Uint8Array | undefined {
  const bytes = fromBase64(base64)
  return bytes?.length === HASH_BYTES ? bytes : undefined
}

/** How many characters of a root stand on paper. */
export const PREFIX_CHARACTERS = 16

export function rootPrefix(root: Uint8Array): string {
  return toHex(root).slice(0, PREFIX_CHARACTERS)
}
