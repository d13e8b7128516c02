import { concat, toHex, toUtf8 } from './bytes.ts'
import { type Both, forBoth, type Hashes } from './hash.ts'
import type { SealedValue } from './sealed-value.ts'

/** Names and opinions are guessable; 128 bits of salt make trying them out hopeless. */
export const SALT_BYTES = 16

/** What stands in a leaf instead of a personal value: the hash of salt and value. */
export type Commitment = { readonly commitment: Both<string> }

/**
 * H(salt ‖ value) under both algorithms. The salt lives outside the ledger: with it the value can be
 * shown to be the sealed one, without it nobody can tell what was sealed, and the leaf stays valid.
 */
export function commitTo(hashes: Hashes, salt: Uint8Array, value: string): Commitment {
  const bytes = concat(salt, toUtf8(value))
  return { commitment: forBoth((name) => toHex(hashes[name](bytes))) }
}

export function isCommitment(value: SealedValue | undefined): value is Commitment {
  return typeof value === 'object' && !Array.isArray(value) && 'commitment' in value
}
