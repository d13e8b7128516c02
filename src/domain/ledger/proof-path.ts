import type { HashFunction } from './hash.ts'
import { joinSubtrees, type LeafRange, type NodePlace, subtreesOf } from './merkle.ts'

/** Finds the hash of a complete subtree, wherever it is kept. */
export type FindNode = (place: NodePlace) => Uint8Array

/** The largest power of two below `width`: where RFC 9162 cuts a tree in two. */
function cutOf(width: number): number {
  return 2 ** Math.ceil(Math.log2(width) - 1)
}

/** Which ranges prove leaf `index` to be in a tree of `size` leaves, from the leaf upwards (RFC 9162 2.1.3.1). */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  if (index < 0 || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`)
  const ranges: LeafRange[] = []
  let [start, end] = [0, size]
  while (end - start > 1) {
    const middle = start + cutOf(end - start)
    const isLeft = index < middle
    ranges.unshift(isLeft ? { start: middle, end } : { start, end: middle })
    ;[start, end] = isLeft ? [start, middle] : [middle, end]
  }
  return ranges
}

/** Which ranges prove the tree of `from` leaves to be the beginning of one of `size` (RFC 9162 2.1.4.1). */
export function consistencyRanges(from: number, size: number): LeafRange[] {
  if (from < 0 || from > size) throw new RangeError(`no tree of ${from} in a tree of ${size}`)
  if (from === 0 || from === size) return []
  const ranges: LeafRange[] = []
  let [start, end] = [0, size]
  let isWhole = true
  while (from !== end) {
    const middle = start + cutOf(end - start)
    if (from <= middle) {
      ranges.unshift({ start: middle, end })
      end = middle
    } else {
      ranges.unshift({ start, end: middle })
      start = middle
      isWhole = false
    }
  }
  return isWhole ? ranges : [{ start, end }, ...ranges]
}

/** Every stored node that these ranges are made from. */
export function nodesFor(ranges: readonly LeafRange[]): NodePlace[] {
  return ranges.flatMap(subtreesOf)
}

/** The hashes of a proof, one per range. */
export function pathOf(hash: HashFunction, ranges: readonly LeafRange[], find: FindNode): Uint8Array[] {
  return ranges.map((range) => joinSubtrees(hash, subtreesOf(range).map(find)))
}

/** Root of the tree of the first `size` leaves. */
export function rootAt(hash: HashFunction, size: number, find: FindNode): Uint8Array {
  return joinSubtrees(hash, subtreesOf({ start: 0, end: size }).map(find))
}
