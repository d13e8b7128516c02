import type { Kysely } from 'kysely'
import { concat, isSame, toHex, toUtf8 } from '../../domain/ledger/bytes.ts'
import { type Both, forBoth, HASH_NAMES, type Hashes, leafHash } from '../../domain/ledger/hash.ts'
import { appendLeaf, rootOfFrontier } from '../../domain/ledger/merkle.ts'
import { originOf } from '../../domain/ledger/origin.ts'
import { type SealedObject, sealedText } from '../../domain/ledger/sealed-value.ts'
import { countStored, findNodesCompleted } from '../../storage/ledger-audit.ts'
import { findLeaves, type HeadRow, type LeafRow } from '../../storage/ledger-repository.ts'
import type { Schema } from '../../storage/schema.ts'

/** Something in the ledger's own tables that is not as it is computed. */
export type TreeFault = { readonly object: string; readonly said: string }

export type TreeCheck = {
  readonly faults: readonly TreeFault[]
  /** Root after each of the sizes asked for. */
  readonly roots: ReadonlyMap<number, Both<Uint8Array>>
}

const PAGE = 1024

type Walk = {
  readonly db: Kysely<Schema>
  readonly hashes: Hashes
  readonly head: HeadRow
  readonly faults: TreeFault[]
  readonly roots: Map<number, Both<Uint8Array>>
  /** The newest leaf of each contract so far: what the next one has to follow. */
  readonly chains: Map<string, { readonly idx: number; readonly hashes: Both<Uint8Array> }>
  frontier: { sha256: readonly Uint8Array[]; sm3: readonly Uint8Array[] }
  nodes: number
}

/**
 * Computes a log anew from the bytes of its leaves and compares every stored hash, index and subtree.
 * @param sizes at which the root is wanted, for checkpoints
 * @param look is shown every leaf with what it says
 */
export async function checkTree(
  db: Kysely<Schema>,
  hashes: Hashes,
  head: HeadRow,
  options: {
    readonly isDemo: boolean
    readonly sizes?: ReadonlySet<number>
    readonly look?: (leaf: LeafRow, contract: SealedObject) => Promise<void>
  },
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
  for (;;) {
    const page = await findLeaves(db, head.jurisdictionId, { from: idx, limit: PAGE })
    if (page.length === 0) break
    await checkPage(walk, page, idx, options)
    idx = Number(page.at(-1)?.idx) + 1
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

async function checkPage(
  walk: Walk,
  page: readonly LeafRow[],
  from: number,
  {
    sizes,
    look,
  }: { sizes?: ReadonlySet<number>; look?: (leaf: LeafRow, contract: SealedObject) => Promise<void> },
): Promise<void> {
  const { head, hashes, db } = walk
  const end = Number(page.at(-1)?.idx) + 1
  const stored = new Map(
    (await findNodesCompleted(db, head.jurisdictionId, { from, end })).map(({ alg, level, pos, hash }) => [
      `${alg} ${level} ${pos}`,
      hash,
    ]),
  )
  let expected = from
  for (const leaf of page) {
    const idx = Number(leaf.idx)
    if (idx !== expected)
      walk.faults.push({
        object: nameOf(leaf),
        said: `整行：缺第${expected + 1}号${idx - expected > 1 ? `至第${idx}号` : ''}`,
      })
    expected = idx + 1
    const computed = forBoth((name) => leafHash(hashes[name], leaf.canon))
    const contract = checkLeaf(walk, leaf, computed)
    for (const name of HASH_NAMES) {
      const grown = appendLeaf(hashes[name], idx, fitted(walk.frontier[name], idx), computed[name])
      walk.frontier[name] = grown.frontier
      walk.nodes += grown.nodes.length
      for (const { level, position, hash } of grown.nodes) {
        const found = stored.get(`${name} ${level} ${position}`)
        if (!found || !isSame(found, hash))
          walk.faults.push({
            object: `子树(ledger_node)${head.jurisdictionId} ${name} 第${level}层第${position}个`,
            said: found ? 'hash 列：与按条目重算的不一致' : '整行：缺失',
          })
      }
    }
    if (sizes?.has(idx + 1))
      walk.roots.set(
        idx + 1,
        forBoth((name) => rootOfFrontier(hashes[name], walk.frontier[name])),
      )
    if (contract && look) await look(leaf, contract)
  }
}

/** Where leaves are missing the frontier no longer fits; zeros keep the walk going, and nothing fits them. */
function fitted(frontier: readonly Uint8Array[], size: number): readonly Uint8Array[] {
  const wanted = size.toString(2).replaceAll('0', '').length
  return frontier.length === wanted ? frontier : Array.from({ length: wanted }, () => new Uint8Array(32))
}

function nameOf({ jurisdictionId, idx }: LeafRow): string {
  return `条目(ledger_leaf)${jurisdictionId} 第${Number(idx) + 1}号`
}

/** A leaf's own columns against its bytes. Gives what it says, unless that cannot be read. */
function checkLeaf(walk: Walk, leaf: LeafRow, computed: Both<Uint8Array>): SealedObject | undefined {
  const object = nameOf(leaf)
  const fault = (column: string, sealed: unknown, stored: unknown) =>
    walk.faults.push({
      object,
      said: `${column} 列：按正文应为“${String(sealed)}”，库中为“${String(stored)}”`,
    })
  for (const name of HASH_NAMES) {
    if (!isSame(computed[name], leaf[name])) fault(name, toHex(computed[name]), leaf[name].toString('hex'))
  }
  const contract = readCanon(leaf.canon)
  if (!contract) {
    walk.faults.push({ object, said: 'canon 列：不是规范文本' })
    return undefined
  }
  const record = contract['record'] as SealedObject | undefined
  const project = contract['project'] as SealedObject | undefined
  const lastAct = ((contract['stored'] ?? []) as readonly SealedObject[]).findLast(
    ({ table }) => table === 'act',
  )
  const columns: readonly (readonly [string, unknown, unknown])[] = [
    ['type', contract['type'], leaf.type],
    ['jurisdiction_id', (contract['jurisdiction'] as SealedObject)['code'], leaf.jurisdictionId],
    ['contract_id', contract['contract'], leaf.contractId],
    ['record_id', record?.['id'], leaf.recordId],
    ['project_id', project?.['id'], leaf.projectId],
    ['act_id', lastAct?.['id'], leaf.actId],
  ]
  for (const [column, sealed, stored] of columns) {
    if ((sealed ?? null) !== (stored ?? null)) fault(column, sealed ?? '空', stored ?? '空')
  }
  checkPrevious(walk, leaf, contract)
  const chain = contract['contract']
  if (typeof chain === 'string') walk.chains.set(chain, { idx: Number(leaf.idx), hashes: computed })
  return contract
}

/** The leaves of a contract form one chain: each names the one before it, and none is left out. */
function checkPrevious(walk: Walk, leaf: LeafRow, contract: SealedObject): void {
  const object = nameOf(leaf)
  const before = walk.chains.get(String(contract['contract'] ?? ''))
  const named = contract['prev'] as Both<string> | undefined
  if (HASH_NAMES.some((name) => named?.[name] !== (before && toHex(before.hashes[name]))))
    walk.faults.push({ object, said: 'canon 列：正文所记的上一条不是同一契约的前一条' })
  if ((leaf.prevIdx === null ? undefined : Number(leaf.prevIdx)) !== before?.idx)
    walk.faults.push({
      object,
      said: `prev_idx 列：同一契约的前一条应为“${before?.idx ?? '空'}”，库中为“${leaf.prevIdx ?? '空'}”`,
    })
}

/** What the bytes of a leaf say; nothing unless they are canonical. */
export function readCanon(canon: Uint8Array): SealedObject | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(canon)
    const value = JSON.parse(text) as SealedObject
    return isSame(toUtf8(sealedText(value)), canon) ? value : undefined
  } catch {
    return undefined
  }
}
