import { isSame } from './bytes.ts'
import { HASH_BYTES, type HashFunction, nodeHash } from './hash.ts'

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0
const areHashes = (path: readonly Uint8Array[]) => path.every((hash) => hash.length === HASH_BYTES)

export type InclusionClaim = {
  readonly index: number
  readonly size: number
  readonly leaf: Uint8Array
  readonly root: Uint8Array
  readonly path: readonly Uint8Array[]
}

/** Whether leaf `index` is in the tree of `size` leaves with this root. RFC 9162 2.1.3.2. */
export function verifyInclusion(hash: HashFunction, claim: InclusionClaim): boolean {
  const { index, size, leaf, root, path } = claim
  if (!isCount(index) || !isCount(size) || index >= size) return false
  if (leaf.length !== HASH_BYTES || !areHashes(path)) return false
  let [place, last, found] = [index, size - 1, leaf]
  for (const next of path) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      found = nodeHash(hash, next, found)
      while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, Math.floor(last / 2)]
    } else {
      found = nodeHash(hash, found, next)
    }
    ;[place, last] = [Math.floor(place / 2), Math.floor(last / 2)]
  }
  return last === 0 && isSame(found, root)
}

export type ConsistencyClaim = {
  readonly from: number
  readonly size: number
  readonly fromRoot: Uint8Array
  readonly root: Uint8Array
  readonly path: readonly Uint8Array[]
}

/** Whether the tree of `from` leaves is the beginning of the tree of `size` leaves. RFC 9162 2.1.4.2. */
export function verifyConsistency(hash: HashFunction, claim: ConsistencyClaim): boolean {
  const { from, size, fromRoot, root, path } = claim
  if (!isCount(from) || !isCount(size) || from > size || !areHashes(path)) return false
  if (from === size) return path.length === 0 && isSame(fromRoot, root)
  if (from === 0) return path.length === 0 && isSame(fromRoot, hash(new Uint8Array(0)))
  const [first, ...rest] = isPowerOfTwo(from) ? [fromRoot, ...path] : path
  if (first === undefined) return false
  let [place, last] = [from - 1, size - 1]
  while (place % 2 === 1) [place, last] = [(place - 1) / 2, Math.floor(last / 2)]
  let [older, newer] = [first, first]
  for (const next of rest) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      older = nodeHash(hash, next, older)
      newer = nodeHash(hash, next, newer)
      while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, Math.floor(last / 2)]
    } else {
      newer = nodeHash(hash, newer, next)
    }
    ;[place, last] = [Math.floor(place / 2), Math.floor(last / 2)]
  }
  return last === 0 && isSame(older, fromRoot) && isSame(newer, root)
}

function isPowerOfTwo(count: number): boolean {
  let rest = count
  while (rest > 1 && rest % 2 === 0) rest /= 2
  return rest === 1
}
