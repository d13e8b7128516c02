import { canonicalJson } from './canonical-json.ts'
import { fromHex, toHex } from './bytes.ts'
import { type Both, forBoth, HASH_BYTES, HASH_NAMES } from './hash.ts'

export const BUNDLE_FORMAT = 'jiheng-ledger-bundle/1'

/** Evidence that can be checked without the system that made it: one JSON file. */
export type Bundle = {
  readonly origin: string
  /** Public key of the log, as C2SP writes it. */
  readonly key: string
  /** Public keys of the witnesses whose lines stand under the checkpoint. */
  readonly witnessKeys: readonly string[]
  /** The signed checkpoint, witnesses' lines included. */
  readonly checkpoint: string
  readonly records: readonly BundledRecord[]
  /** Proofs that earlier states of the log are the beginning of this one. */
  readonly consistency: readonly BundledConsistency[]
}

export type BundledRecord = {
  /** Place in the log, counted from 0. */
  readonly index: number
  readonly canon: string
  readonly leaf: Both<Uint8Array>
  readonly path: Both<readonly Uint8Array[]>
  /** Personal values that may be shown, each with its salt. */
  readonly openings: readonly Opening[]
}

export type BundledConsistency = {
  readonly from: number
  readonly roots: Both<Uint8Array>
  readonly path: Both<readonly Uint8Array[]>
}

export type Opening = { readonly place: string; readonly salt: Uint8Array; readonly value: string }

const LARGEST_COUNT = 2 ** 40
const MOST_RECORDS = 2_000

/** The file: canonical JSON, so that one content has one form. */
export function writeBundle(bundle: Bundle): string {
  const hexes = (path: Both<readonly Uint8Array[]>) => forBoth((name) => path[name].map(toHex))
  return canonicalJson({
    format: BUNDLE_FORMAT,
    origin: bundle.origin,
    key: bundle.key,
    witnessKeys: bundle.witnessKeys,
    checkpoint: bundle.checkpoint,
    records: bundle.records.map((record) => ({
      index: record.index,
      canon: record.canon,
      leaf: forBoth((name) => toHex(record.leaf[name])),
      path: hexes(record.path),
      openings: record.openings.map(({ place, salt, value }) => ({ place, salt: toHex(salt), value })),
    })),
    consistency: bundle.consistency.map(({ from, roots, path }) => ({
      from,
      roots: forBoth((name) => toHex(roots[name])),
      path: hexes(path),
    })),
  })
}

class Malformed extends Error {}

/** @returns nothing when the text is not a bundle, word for word as `writeBundle` writes it */
export function parseBundle(text: string): Bundle | undefined {
  try {
    const bundle = readBundle(JSON.parse(text))
    return writeBundle(bundle) === text.replace(/\n$/, '') ? bundle : undefined
  } catch {
    return undefined
  }
}

function readBundle(raw: unknown): Bundle {
  const { format, ...rest } = objectOf(raw)
  if (format !== BUNDLE_FORMAT) throw new Malformed()
  const records = listOf(rest['records'], MOST_RECORDS).map(readRecord)
  const consistency = listOf(rest['consistency'], MOST_RECORDS * 2).map((one) => {
    const { from, roots, path } = objectOf(one)
    const root = objectOf(roots)
    return { from: countOf(from), roots: forBoth((name) => hashOf(root[name])), path: pathsOf(path) }
  })
  const witnessKeys = listOf(rest['witnessKeys'], 32).map(textOf)
  if (records.length === 0) throw new Malformed()
  requireAscending(records.map(({ index }) => index))
  requireAscending(consistency.map(({ from }) => from))
  requireAscending(witnessKeys)
  return {
    origin: textOf(rest['origin']),
    key: textOf(rest['key']),
    witnessKeys,
    checkpoint: textOf(rest['checkpoint']),
    records,
    consistency,
  }
}

/** Every list has one order, so that one content has one form. */
function requireAscending(values: readonly (number | string)[]): void {
  if (values.some((value, at) => at > 0 && value <= (values[at - 1] as number | string)))
    throw new Malformed()
}

function readRecord(raw: unknown): BundledRecord {
  const { index, canon, leaf, path, openings } = objectOf(raw)
  const hashes = objectOf(leaf)
  const opened = listOf(openings, 1_000).map((one) => {
    const { place, salt, value } = objectOf(one)
    return { place: textOf(place), salt: bytesOf(salt), value: textOf(value) }
  })
  requireAscending(opened.map(({ place }) => place))
  return {
    index: countOf(index),
    canon: textOf(canon),
    leaf: forBoth((name) => hashOf(hashes[name])),
    path: pathsOf(path),
    openings: opened,
  }
}

function pathsOf(raw: unknown): Both<readonly Uint8Array[]> {
  const paths = objectOf(raw)
  if (Object.keys(paths).length !== HASH_NAMES.length) throw new Malformed()
  return forBoth((name) => listOf(paths[name], 64).map(hashOf))
}

function objectOf(raw: unknown): Record<string, unknown> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) throw new Malformed()
  return raw as Record<string, unknown>
}

function listOf(raw: unknown, most: number): readonly unknown[] {
  if (!Array.isArray(raw) || raw.length > most) throw new Malformed()
  return raw
}

function textOf(raw: unknown): string {
  if (typeof raw !== 'string' || !raw.isWellFormed()) throw new Malformed()
  return raw
}

function countOf(raw: unknown): number {
  if (!Number.isSafeInteger(raw) || (raw as number) < 0 || (raw as number) > LARGEST_COUNT)
    throw new Malformed()
  return raw as number
}

function bytesOf(raw: unknown): Uint8Array {
  const bytes = fromHex(textOf(raw))
  if (!bytes) throw new Malformed()
  return bytes
}

function hashOf(raw: unknown): Uint8Array {
  const bytes = bytesOf(raw)
  if (bytes.length !== HASH_BYTES) throw new Malformed()
  return bytes
}
