import { toHex, toUtf8 } from '../ledger/bytes.ts'
import { canonicalJson } from '../ledger/canonical-json.ts'
import { forBoth, type Hashes } from '../ledger/hash.ts'
import {
  PACK_FORMAT,
  PACK_FORMAT_VERSION,
  PACK_PART_IDS,
  type Pack,
  type PackDigest,
  type PackHead,
  type PackManifest,
  type PackParts,
} from './pack.ts'

/** SHA-256 and SM3 of any data, over its canonical text. */
export function digestOf(value: unknown, hashes: Hashes): PackDigest {
  const bytes = toUtf8(canonicalJson(value))
  return forBoth((name) => toHex(hashes[name](bytes)))
}

/** Puts parts under a head, with the digest of each and of the whole. */
export function makePack(head: PackHead, parts: PackParts, hashes: Hashes): Pack {
  const manifest: PackManifest = { ...head, parts: manifestOf(parts, hashes) }
  return { manifest, digest: digestOf(manifest, hashes), parts, proof: null }
}

/** How many entries each part has, and its digests. */
export function manifestOf(parts: PackParts, hashes: Hashes): PackManifest['parts'] {
  return Object.fromEntries(
    PACK_PART_IDS.map((id) => [id, { count: parts[id].length, ...digestOf(parts[id], hashes) }]),
  ) as PackManifest['parts']
}

/** The file: canonical JSON, so that one content has one form. */
export function writePack({ manifest, digest, parts, proof }: Pack): string {
  return canonicalJson({
    format: PACK_FORMAT,
    formatVersion: PACK_FORMAT_VERSION,
    manifest,
    digest,
    parts,
    proof,
  })
}
