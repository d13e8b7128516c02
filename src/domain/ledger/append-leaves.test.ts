import { expect, test } from 'vitest'
import { toHex } from './bytes.ts'
import { HASH_NAMES, leafHash } from './hash.ts'
import { appendLeaf, appendLeaves } from './merkle.ts'
import { nodeHashes } from './testing.ts'

/** Nodes and frontier as text, so that they compare. */
function oneByOne(
  name: (typeof HASH_NAMES)[number],
  leaves: readonly Uint8Array[],
  size: number,
  count: number,
) {
  let frontier: readonly Uint8Array[] = []
  const nodes = new Set<string>()
  for (const [index, leaf] of leaves.slice(0, size + count).entries()) {
    const grown = appendLeaf(nodeHashes[name], index, frontier, leaf)
    frontier = grown.frontier
    if (index >= size)
      for (const { level, position, hash } of grown.nodes) nodes.add(`${level}/${position} ${toHex(hash)}`)
  }
  return { nodes, frontier: frontier.map(toHex) }
}

test.each(HASH_NAMES)('%s: many leaves at once make the same tree as one after the other', (name) => {
  const hash = nodeHashes[name]
  const leaves = Array.from({ length: 60 }, (_none, index) => leafHash(hash, Uint8Array.of(index)))
  for (let size = 0; size <= 40; size += 1) {
    const { frontier } = appendLeaves(hash, 0, [], leaves.slice(0, size))
    for (const count of [0, 1, 2, 3, 7, 8, 19]) {
      const grown = appendLeaves(hash, size, frontier, leaves.slice(size, size + count))
      const expected = oneByOne(name, leaves, size, count)
      const nodes = grown.levels.flatMap(({ level, position, hashes }) =>
        hashes.map((one, n) => `${level}/${position + n} ${toHex(one)}`),
      )
      expect(new Set(nodes)).toEqual(expected.nodes)
      expect(nodes).toHaveLength(expected.nodes.size)
      expect(grown.frontier.map(toHex)).toEqual(expected.frontier)
    }
  }
})

test('a frontier of another size is refused', () => {
  expect(() => appendLeaves(nodeHashes.sha256, 3, [], [new Uint8Array(32)])).toThrow('frontier does not fit')
})
