import { type HashFunction, nodeHash } from './hash.ts'

/**
 * The tree of RFC 9162 kept as complete subtrees, which never change once written. Subtree
 * `(level, position)` covers the leaves from `position · 2^level`, 2^level of them; level 0 are the
 * leaves. The last leaves that fill no subtree together form the frontier, largest subtree first.
 */
export type NodePlace = { readonly level: number; readonly position: number }
export type TreeNode = NodePlace & { readonly hash: Uint8Array }

/** Leaves from `start` up to but not including `end`. */
export type LeafRange = { readonly start: number; readonly end: number }

/** The complete subtrees of a range that begins where the tree may be cut, largest first. */
export function subtreesOf({ start, end }: LeafRange): NodePlace[] {
  const places: NodePlace[] = []
  let at = start
  while (at < end) {
    const level = Math.floor(Math.log2(end - at))
    const width = 2 ** level
    places.push({ level, position: at / width })
    at += width
  }
  return places
}

/** Hash over neighbouring subtrees, largest first: they are joined from the right. */
export function joinSubtrees(hash: HashFunction, subtrees: readonly Uint8Array[]): Uint8Array {
  const last = subtrees.at(-1)
  if (last === undefined) return hash(new Uint8Array(0))
  return subtrees.slice(0, -1).reduceRight((right, left) => nodeHash(hash, left, right), last)
}

/** Root of the tree whose frontier this is; the root of nothing is the hash of nothing. */
export const rootOfFrontier = joinSubtrees

export type Appended = {
  /** Subtrees that are complete now, the leaf among them: what has to be stored. */
  readonly nodes: readonly TreeNode[]
  readonly frontier: readonly Uint8Array[]
}

/**
 * Adds one leaf to a tree of `size` leaves: O(log n) hashes, about two new nodes on average.
 * @param frontier hashes of the complete subtrees of the tree so far, largest first
 */
export function appendLeaf(
  hash: HashFunction,
  size: number,
  frontier: readonly Uint8Array[],
  leaf: Uint8Array,
): Appended {
  const nodes: TreeNode[] = [{ level: 0, position: size, hash: leaf }]
  const rest = [...frontier]
  let last = leaf
  for (let level = 1, left = size; left % 2 === 1; level += 1, left = (left - 1) / 2) {
    const neighbour = rest.pop()
    if (neighbour === undefined) throw new Error(`frontier does not fit a tree of ${size} leaves`)
    last = nodeHash(hash, neighbour, last)
    nodes.push({ level, position: (left - 1) / 2, hash: last })
  }
  return { nodes, frontier: [...rest, last] }
}

/** Neighbouring subtrees that are complete now, of one level. */
export type GrownLevel = {
  readonly level: number
  /** Position of the first. */
  readonly position: number
  readonly hashes: readonly Uint8Array[]
}

/**
 * Adds many leaves to a tree of `size` leaves, level by level: the same nodes and the same frontier as one after
 * the other, without a frontier in between for each.
 */
export function appendLeaves(
  hash: HashFunction,
  size: number,
  frontier: readonly Uint8Array[],
  leaves: readonly Uint8Array[],
): { readonly levels: readonly GrownLevel[]; readonly frontier: readonly Uint8Array[] } {
  const left = [...frontier]
  const open: Uint8Array[] = []
  const levels: GrownLevel[] = []
  let [hashes, position] = [leaves, size]
  while (hashes.length > 0) {
    levels.push({ level: levels.length, position, hashes })
    const neighbour = position % 2 === 1 ? left.pop() : undefined
    if (position % 2 === 1 && !neighbour) throw new Error(`frontier does not fit a tree of ${size} leaves`)
    const row = neighbour ? [neighbour, ...hashes] : hashes
    if (row.length % 2 === 1) open.unshift(row.at(-1) as Uint8Array)
    hashes = pairUp(hash, row)
    position = Math.floor(position / 2)
  }
  return { levels, frontier: [...left, ...open] }
}

function pairUp(hash: HashFunction, row: readonly Uint8Array[]): Uint8Array[] {
  const pairs: Uint8Array[] = []
  for (let at = 1; at < row.length; at += 2)
    pairs.push(nodeHash(hash, row[at - 1] as Uint8Array, row[at] as Uint8Array))
  return pairs
}

/** Root over the hashes of all leaves, as RFC 9162 2.1.1 defines it. */
export function rootOfLeaves(hash: HashFunction, leaves: readonly Uint8Array[]): Uint8Array {
  let frontier: readonly Uint8Array[] = []
  for (const [size, leaf] of leaves.entries()) frontier = appendLeaf(hash, size, frontier, leaf).frontier
  return rootOfFrontier(hash, frontier)
}
