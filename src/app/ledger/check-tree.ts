import type { Kysely } from 'kysely'
import { concat, isSame } from '../../domain/ledger/bytes.ts'
import { type Both, forBoth, HASH_NAMES, type Hashes, leafHash } from '../../domain/ledger/hash.ts'
import { appendLeaf, appendLeaves, rootOfFrontier } from '../../domain/ledger/merkle.ts'
import { originOf } from '../../domain/ledger/origin.ts'
import { countStored, findNodeRuns, findNodesCompleted, type NodeRun } from '../../storage/ledger-audit.ts'
import type { SealedLeaf } from '../../storage/ledger-rebuild.ts'
import { findLeaves, type HeadRow, type LeafRow } from '../../storage/ledger-repository.ts'
import type { Schema } from '../../storage/schema.ts'
import { type Chains, checkLeaf, nameOf, type TreeFault } from './check-leaf.ts'
import { oneAhead, turnEvery } from './one-ahead.ts'

export type TreeCheck = {
  readonly faults: readonly TreeFault[]
  /** Root after each of the sizes asked for. */
  readonly roots: ReadonlyMap<number, Both<Uint8Array>>
}

/** So many leaves are in hand at a time, and as many are on their way; fewer where their rows come with them. */
const PAGE = { alone: 1024, withRows: 256 }

type Options = {
  readonly isDemo: boolean
  /** Sizes at which the root is wanted, for checkpoints. */
  readonly sizes?: ReadonlySet<number>
  /** Is shown the leaves that can be read with what they say, page by page. */
  readonly look?: (leaves: readonly SealedLeaf[]) => Promise<void>
}

type Walk = {
  readonly db: Kysely<Schema>
  readonly hashes: Hashes
  readonly head: HeadRow
  readonly faults: TreeFault[]
  readonly roots: Map<number, Both<Uint8Array>>
  readonly chains: Chains
  frontier: Both<readonly Uint8Array[]>
  nodes: number
}

type Page = {
  readonly from: number
  readonly end: number
  readonly leaves: LeafRow[]
  readonly runs: NodeRun[]
}

/**
 * Computes a log anew from the bytes of its leaves and compares every stored hash, index and subtree. Memory
 * grows with the number of contracts, not with what their leaves say.
 */
export async function checkTree(
  db: Kysely<Schema>,
  hashes: Hashes,
  head: HeadRow,
  options: Options,
): Promise<TreeCheck> {
  const walk: Walk = {
    ...{ db, hashes, head, faults: [], roots: new Map(), chains: new Map() },
    frontier: { sha256: [], sm3: [] },
    nodes: 0,
  }
  const object = `账头(ledger_head)${head.jurisdictionId}`
  const origin = originOf(head.jurisdictionId, options.isDemo)
  if (head.origin !== origin)
    walk.faults.push({ object, said: `origin 列：应为“${origin}”，库中为“${head.origin}”` })
  let idx = 0
  const limit = options.look ? PAGE.withRows : PAGE.alone
  const pages = oneAhead<Page>((before) => findPage(db, head.jurisdictionId, before?.end ?? 0, limit))
  for await (const page of pages) {
    const readable = await checkPage(walk, page, options.sizes)
    idx = page.end
    await options.look?.(readable)
  }
  if (head.size !== idx) walk.faults.push({ object, said: `size 列：条目共${idx}条，账头为${head.size}` })
  for (const name of HASH_NAMES) {
    if (!isSame(concat(...walk.frontier[name]), head.frontier[name]))
      walk.faults.push({ object, said: `frontier_${name} 列：与按条目重算的不一致` })
  }
  const stored = await countStored(db, head.jurisdictionId)
  if (stored.nodes !== walk.nodes)
    walk.faults.push({
      object: `子树(ledger_node)${head.jurisdictionId}`,
      said: `整行：应有${walk.nodes}行，库中${stored.nodes}行`,
    })
  return { faults: walk.faults, roots: walk.roots }
}

async function findPage(
  db: Kysely<Schema>,
  jurisdictionId: string,
  from: number,
  limit: number,
): Promise<Page | undefined> {
  const [leaves, runs] = await Promise.all([
    findLeaves(db, jurisdictionId, { from, limit }),
    findNodeRuns(db, jurisdictionId, { from, end: from + limit }),
  ])
  const last = leaves.at(-1)
  return last && { from, end: Number(last.idx) + 1, leaves, runs }
}

/** @returns the leaves that can be read */
async function checkPage(
  walk: Walk,
  page: Page,
  sizes: ReadonlySet<number> = new Set(),
): Promise<SealedLeaf[]> {
  const { hashes, faults, chains } = walk
  const computed = page.leaves.map(({ canon }) => forBoth((name) => leafHash(hashes[name], canon)))
  const isWanted = page.leaves.some(({ idx }) => sizes.has(Number(idx) + 1))
  const grow =
    !isWanted && growAtOnce(walk, page, computed) ? undefined : await growOneByOne(walk, page, sizes)
  const readable: SealedLeaf[] = []
  let expected = page.from
  const turn = turnEvery(32)
  for (const [n, leaf] of page.leaves.entries()) {
    await turn()
    const own = computed[n] as Both<Uint8Array>
    const idx = Number(leaf.idx)
    if (idx !== expected)
      faults.push({
        object: nameOf(leaf),
        said: `整行：缺第${expected + 1}号${idx - expected > 1 ? `至第${idx}号` : ''}`,
      })
    expected = idx + 1
    const contract = checkLeaf(leaf, own, chains, faults)
    grow?.(idx, own)
    if (contract) readable.push({ leaf, contract })
  }
  return readable
}

/**
 * Lets the tree grow by a whole page and compares its subtrees level by level.
 * @returns whether all of it is as stored; if not, nothing has grown
 */
function growAtOnce(walk: Walk, page: Page, computed: readonly Both<Uint8Array>[]): boolean {
  const { from, end, leaves, runs } = page
  if (end - from !== leaves.length || !isFitting(walk.frontier.sha256, from)) return false
  const grown = forBoth((name) =>
    appendLeaves(
      walk.hashes[name],
      from,
      walk.frontier[name],
      computed.map((both) => both[name]),
    ),
  )
  const isRight = HASH_NAMES.every((name) =>
    grown[name].levels.every(({ level, position, hashes }) => {
      const run = runs.find((one) => one.alg === name && one.level === level)
      return (
        run?.first === position &&
        run.isGapless &&
        isSame(concat(...hashes), run.hashes.subarray(0, hashes.length * 32))
      )
    }),
  )
  if (!isRight) return false
  walk.frontier = forBoth((name) => grown[name].frontier)
  for (const name of HASH_NAMES)
    walk.nodes += grown[name].levels.reduce((sum, { hashes }) => sum + hashes.length, 0)
  return true
}

/** The same leaf by leaf, so that what differs is found one by one, and the root at any size. */
async function growOneByOne(walk: Walk, { from, end }: Page, sizes: ReadonlySet<number>) {
  const { head, hashes, db } = walk
  const stored = new Map(
    (await findNodesCompleted(db, head.jurisdictionId, { from, end })).map(({ alg, level, pos, hash }) => [
      `${alg} ${level} ${pos}`,
      hash,
    ]),
  )
  return (idx: number, computed: Both<Uint8Array>) => {
    walk.frontier = forBoth((name) => {
      const grown = appendLeaf(hashes[name], idx, fitted(walk.frontier[name], idx), computed[name])
      walk.nodes += grown.nodes.length
      for (const { level, position, hash } of grown.nodes) {
        const found = stored.get(`${name} ${level} ${position}`)
        if (!found || !isSame(found, hash))
          walk.faults.push({
            object: `子树(ledger_node)${head.jurisdictionId} ${name} 第${level}层第${position}个`,
            said: found ? 'hash 列：与按条目重算的不一致' : '整行：缺失',
          })
      }
      return grown.frontier
    })
    if (sizes.has(idx + 1))
      walk.roots.set(
        idx + 1,
        forBoth((name) => rootOfFrontier(hashes[name], walk.frontier[name])),
      )
  }
}

const widthOf = (size: number) => size.toString(2).replaceAll('0', '').length

function isFitting(frontier: readonly Uint8Array[], size: number): boolean {
  return frontier.length === widthOf(size)
}

/** Where leaves are missing the frontier no longer fits; zeros keep the walk going, and nothing fits them. */
function fitted(frontier: readonly Uint8Array[], size: number): readonly Uint8Array[] {
  if (isFitting(frontier, size)) return frontier
  return Array.from({ length: widthOf(size) }, () => new Uint8Array(32))
}
