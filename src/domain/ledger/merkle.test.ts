import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromHex, toHex } from './bytes.ts'
import { HASH_NAMES, type HashFunction, type HashName, leafHash } from './hash.ts'
import { appendLeaf, rootOfFrontier, rootOfLeaves, type TreeNode } from './merkle.ts'
import { consistencyRanges, type FindNode, inclusionRanges, pathOf, rootAt } from './proof-path.ts'
import { nodeHashes } from './testing.ts'
import { verifyConsistency, verifyInclusion } from './verify-proof.ts'

/** The eight entries of the published Certificate Transparency vectors. */
const ENTRIES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((text) => fromHex(text)!)

describe('L-01 published vectors', () => {
  test.each([
    ['sha256', 0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['sha256', 1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    ['sha256', 8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
    ['sm3', 0, '1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b'],
    ['sm3', 1, '2daef60e7a0b8f5e024c81cd2ab3109f2b4f155cf83adeb2ae5532f74a157fdf'],
    ['sm3', 8, 'bc48ba7a709184b5f2a631e1adeb8dc2a0d4c018c1d6cc89b5664fe154c93b38'],
  ] as const)('%s root of %i entries', (name, count, root) => {
    const hash = nodeHashes[name]
    const leaves = ENTRIES.slice(0, count).map((entry) => leafHash(hash, entry))
    expect(toHex(rootOfLeaves(hash, leaves))).toBe(root)
  })

  test('SM3 of abc and of 16 times abcd are those of GB/T 32905', () => {
    const text = (length: number) => new TextEncoder().encode('abcd'.repeat(length))
    expect(toHex(nodeHashes.sm3(text(1).subarray(0, 3)))).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    )
    expect(toHex(nodeHashes.sm3(text(16)))).toBe(
      'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
    )
  })
})

type Grown = { readonly leaves: Uint8Array[]; readonly roots: Uint8Array[]; readonly find: FindNode }

/** A tree grown leaf by leaf, its roots by size and its nodes as the database keeps them. */
function grow(hash: HashFunction, size: number): Grown {
  const nodes = new Map<string, TreeNode>()
  const leaves: Uint8Array[] = []
  let frontier: readonly Uint8Array[] = []
  const roots = [rootOfFrontier(hash, frontier)]
  for (let index = 0; index < size; index += 1) {
    const leaf = leafHash(hash, new TextEncoder().encode(`entry ${index}`))
    const appended = appendLeaf(hash, index, frontier, leaf)
    for (const node of appended.nodes) nodes.set(`${node.level}/${node.position}`, node)
    leaves.push(leaf)
    frontier = appended.frontier
    roots.push(rootOfFrontier(hash, frontier))
  }
  return { leaves, roots, find: ({ level, position }) => nodes.get(`${level}/${position}`)!.hash }
}

/** RFC 9162 2.1.1 word for word: the slow definition the fast one is held to. */
function definedRoot(hash: HashFunction, leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return hash(new Uint8Array(0))
  if (leaves.length === 1) return leaves[0]!
  let cut = 1
  while (cut * 2 < leaves.length) cut *= 2
  const [left, right] = [leaves.slice(0, cut), leaves.slice(cut)]
  return hash(Buffer.concat([Buffer.of(1), definedRoot(hash, left), definedRoot(hash, right)]))
}

/** One bit turned, one element dropped, one added, two swapped: all of them must be refused. */
function damages(path: readonly Uint8Array[], seed: number): Uint8Array[][] {
  const at = path.length === 0 ? 0 : seed % path.length
  const flipped = path.map((hash, index) => {
    const copy = Uint8Array.from(hash)
    if (index === at) copy[seed % 32]! ^= 1 << (seed % 8)
    return copy
  })
  const swapped = [...path]
  if (path.length > 1) [swapped[0], swapped[path.length - 1]] = [swapped[path.length - 1]!, swapped[0]!]
  return [
    ...(path.length > 0 ? [flipped, path.toSpliced(at, 1)] : []),
    [...path, new Uint8Array(32).fill(seed % 256)],
    ...(path.length > 1 ? [swapped] : []),
  ]
}

const LARGEST = 256
/** Some 2 million hashes: seconds on an idle machine, a minute on a crowded one. */
const SLOW = 180_000

describe.each(HASH_NAMES)('L-02 every tree up to 256 leaves, %s', (name: HashName) => {
  const hash = nodeHashes[name]
  const tree = grow(hash, LARGEST)

  test('roots are what the definition says', () => {
    for (const size of [0, 1, 2, 3, 7, 8, 9, 100, 255, 256])
      expect(toHex(tree.roots[size]!)).toBe(toHex(definedRoot(hash, tree.leaves.slice(0, size))))
    for (let size = 0; size <= LARGEST; size += 1)
      expect(toHex(rootAt(hash, size, tree.find))).toBe(toHex(tree.roots[size]!))
  })

  test(
    '32,896 inclusion proofs: each true, each damaged one refused',
    () => {
      const seen = { true: 0, refused: 0, wrong: 0 }
      for (let size = 1; size <= LARGEST; size += 1) {
        for (let index = 0; index < size; index += 1) {
          const path = pathOf(hash, inclusionRanges(index, size), tree.find)
          const claim = { index, size, leaf: tree.leaves[index]!, root: tree.roots[size]!, path }
          if (verifyInclusion(hash, claim)) seen.true += 1
          const lies = [
            ...damages(path, size * 7 + index).map((damaged) => ({ ...claim, path: damaged })),
            { ...claim, leaf: tree.leaves[(index + 1) % LARGEST]! },
            { ...claim, root: tree.roots[size - 1]! },
            { ...claim, index: size },
            ...(size > 1 ? [{ ...claim, index: (index + 1) % size }] : []),
          ]
          for (const lie of lies) seen[verifyInclusion(hash, lie) ? 'wrong' : 'refused'] += 1
        }
      }
      expect(seen.true).toBe(32_896)
      expect(seen.wrong).toBe(0)
      expect(seen.refused).toBeGreaterThan(220_000)
    },
    SLOW,
  )

  test('a proof for another size is refused whenever the sizes need different paths', () => {
    let wrong = 0
    for (let size = 2; size <= LARGEST; size += 1) {
      const index = (size * 5) % (size - 1)
      const path = pathOf(hash, inclusionRanges(index, size), tree.find)
      const [leaf, root] = [tree.leaves[index]!, tree.roots[size - 1]!]
      if (verifyInclusion(hash, { index, size: size - 1, leaf, root, path })) wrong += 1
    }
    expect(wrong).toBe(0)
  })

  test(
    '32,896 consistency proofs: each true, each damaged or rewritten one refused',
    () => {
      const seen = { true: 0, refused: 0, wrong: 0 }
      for (let size = 1; size <= LARGEST; size += 1) {
        for (let from = 1; from <= size; from += 1) {
          const path = pathOf(hash, consistencyRanges(from, size), tree.find)
          const claim = { from, size, fromRoot: tree.roots[from]!, root: tree.roots[size]!, path }
          if (verifyConsistency(hash, claim)) seen.true += 1
          const forged = Uint8Array.from(tree.roots[from]!)
          forged[from % 32]! ^= 1
          const lies = [
            ...damages(path, size * 11 + from).map((damaged) => ({ ...claim, path: damaged })),
            { ...claim, fromRoot: forged },
            { ...claim, root: forged },
            { ...claim, from: from - 1 },
            { ...claim, size: from - 1 },
            ...(from < size
              ? [
                  { ...claim, from: from + 1 },
                  { ...claim, fromRoot: tree.roots[from + 1]! },
                ]
              : []),
          ]
          for (const lie of lies) seen[verifyConsistency(hash, lie) ? 'wrong' : 'refused'] += 1
        }
      }
      expect(seen.true).toBe(32_896)
      expect(seen.wrong).toBe(0)
      expect(seen.refused).toBeGreaterThan(220_000)
    },
    SLOW,
  )
})

test('a leaf is never taken for a node: the entry that spells two hashes has another hash', () => {
  const [left, right] = [tree2('a'), tree2('b')]
  const entry = Buffer.concat([left, right])
  expect(toHex(leafHash(nodeHashes.sha256, entry))).not.toBe(
    toHex(rootOfLeaves(nodeHashes.sha256, [left, right])),
  )
  function tree2(text: string) {
    return leafHash(nodeHashes.sha256, new TextEncoder().encode(text))
  }
})

test(
  'L-03 random proofs in trees of up to 100,000 leaves',
  () => {
    const hash = nodeHashes.sha256
    const tree = grow(hash, 100_000)
    const size = fc.integer({ min: 1, max: 100_000 })
    const pair = size.chain((n) => fc.tuple(fc.integer({ min: 1, max: n }), fc.constant(n)))
    fc.assert(
      fc.property(pair, fc.nat(), ([from, n], seed) => {
        const index = from - 1
        const [root, fromRoot, leaf] = [tree.roots[n]!, tree.roots[from]!, tree.leaves[index]!]
        const inclusion = {
          index,
          size: n,
          leaf,
          root,
          path: pathOf(hash, inclusionRanges(index, n), tree.find),
        }
        const consistency = {
          ...{ from, size: n, fromRoot, root },
          path: pathOf(hash, consistencyRanges(from, n), tree.find),
        }
        return (
          inclusion.path.length <= 17 &&
          verifyInclusion(hash, inclusion) &&
          verifyConsistency(hash, consistency) &&
          damages(inclusion.path, seed).every((path) => !verifyInclusion(hash, { ...inclusion, path })) &&
          damages(consistency.path, seed).every((path) => !verifyConsistency(hash, { ...consistency, path }))
        )
      }),
      { numRuns: 10_000 },
    )
  },
  SLOW,
)
