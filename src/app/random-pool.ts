import { randomFillSync } from 'node:crypto'

const SLICE = 10
const SLICES = 400

/** Ten random bytes at a call, drawn from the system many at a time: a list brings thousands of new rows. */
export function makeRandomPool(): () => Uint8Array {
  const pool = new Uint8Array(SLICE * SLICES)
  let used = SLICES
  return () => {
    if (used === SLICES) {
      randomFillSync(pool)
      used = 0
    }
    used += 1
    return pool.subarray((used - 1) * SLICE, used * SLICE)
  }
}
