import { canonicalJson } from './canonical-json.ts'
import { toHex, toUtf8 } from './bytes.ts'
import { CANON_VERSION, CONTRACT_SCHEMA, type StoredRow } from './contract.ts'
import { type Both, forBoth, type Hashes } from './hash.ts'
import type { LeafType } from './leaf-type.ts'
import type { SealedObject } from './sealed-value.ts'

/** A leaf that is about the system itself and belongs to no contract. */
export function systemLeaf(
  type: LeafType,
  jurisdictionId: string,
  sealedAt: string,
  body: SealedObject,
): SealedObject {
  return {
    canon: CANON_VERSION,
    schema: CONTRACT_SCHEMA,
    type,
    jurisdiction: { code: jurisdictionId },
    sealedAt,
    ...body,
  }
}

/** What a leaf says of a day's audit rows: how many, and one digest over all of them. */
export type AuditDay = { readonly day: string; readonly count: string; readonly digest: Both<string> }

/**
 * Digest of audit rows: of the canonical JSON of each, with every column as text, each ended by LF.
 * @param rows in the order of time and id
 */
export function sealAuditDay(hashes: Hashes, day: string, rows: readonly StoredRow[]): AuditDay {
  const text = toUtf8(rows.map((row) => `${canonicalJson(row)}\n`).join(''))
  return { day, count: String(rows.length), digest: forBoth((name) => toHex(hashes[name](text))) }
}
