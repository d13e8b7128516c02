import { randomFillSync } from 'node:crypto'

const SLICES = 400

/**
 * So many random bytes at a call, drawn from the system many at a time: a list brings thousands of new rows.
 * They are overwritten some calls later: whoever keeps them takes a copy.
 */
export function makeRandomPool(bytes: number): () => Uint8Array {
  const pool = new Uint8Array(bytes * SLICES)
  let used = SLICES
  return () => {
    if (used === SLICES) {
      randomFillSync(pool)
      used = 0
    }
    used += 1
    return pool.subarray((used - 1) * bytes, used * bytes)
  }
}
