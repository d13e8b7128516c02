import { type Kysely, sql } from 'kysely'
import { type CommandNote, noteParts } from './call-repository.ts'
import { lastOfTransaction } from './round-trips.ts'
import type { Schema } from './schema.ts'
import { concat, toHex } from '../domain/ledger/bytes.ts'
import { type Both, forBoth, HASH_BYTES, HASH_NAMES, type Hashes, leafHash } from '../domain/ledger/hash.ts'
import { appendLeaf, type TreeNode } from '../domain/ledger/merkle.ts'

/** A leaf that is to be appended: its bytes and what it is found by. */
export type NewLeaf = {
  readonly type: string
  readonly contractId?: string | null
  readonly projectId?: string | null
  readonly recordId?: string | null
  readonly actId?: string | null
  readonly canon: Uint8Array
  /** The earlier leaf of the same contract: its place in the log, or its place among these leaves. */
  readonly prevIdx?: bigint | null
  readonly prevInBatch?: number
  readonly salts: readonly { readonly place: string; readonly salt: Uint8Array }[]
  /** Hashes of the leaf where they are known already. */
  readonly hashes?: Both<Uint8Array>
}

export type Appended = { readonly idx: number; readonly hashes: Both<Uint8Array> }

type Head = { readonly size: bigint; readonly frontier_sha256: Buffer; readonly frontier_sm3: Buffer }

/**
 * Appends leaves to the log of a jurisdiction, in order. The head row is locked until the transaction
 * ends, so this comes last in it; a rolled-back transaction gives its places back.
 * @param note of the command whose transaction ends with this: commit goes along
 * @returns the place of each leaf, counted from 0
 */
export async function appendLeaves(
  db: Kysely<Schema>,
  log: { readonly jurisdictionId: string; readonly origin: string },
  hashes: Hashes,
  leaves: readonly NewLeaf[],
  note?: CommandNote,
): Promise<Appended[]> {
  // Whatever does not need the head is computed before it is locked.
  const leafHashes = leaves.map(
    (leaf) => leaf.hashes ?? forBoth((name) => leafHash(hashes[name], leaf.canon)),
  )
  const head = (await lockHead(db, log.jurisdictionId)) ?? (await openLog(db, log))
  const first = Number(head.size)
  const grown = forBoth((name) => {
    let frontier: readonly Uint8Array[] = cut(name === 'sha256' ? head.frontier_sha256 : head.frontier_sm3)
    const nodes: TreeNode[] = []
    for (const [offset, leaf] of leafHashes.entries()) {
      const step = appendLeaf(hashes[name], first + offset, frontier, leaf[name])
      frontier = step.frontier
      nodes.push(...step.nodes)
    }
    return { frontier, nodes }
  })
  await write(db, log.jurisdictionId, { first, leaves, leafHashes, grown }, note)
  return leafHashes.map((both, offset) => ({ idx: first + offset, hashes: both }))
}

async function lockHead(db: Kysely<Schema>, jurisdictionId: string): Promise<Head | undefined> {
  const { rows } = await sql<Head>`select size, frontier_sha256, frontier_sm3 from ledger_head
    where jurisdiction_id = ${jurisdictionId} for update`.execute(db)
  return rows[0]
}

/** The first leaf of a place opens its log; two firsts at once wait for each other here. */
async function openLog(
  db: Kysely<Schema>,
  { jurisdictionId, origin }: { readonly jurisdictionId: string; readonly origin: string },
): Promise<Head> {
  await sql`insert into ledger_head (jurisdiction_id, origin) values (${jurisdictionId}, ${origin})
    on conflict (jurisdiction_id) do nothing`.execute(db)
  const head = await lockHead(db, jurisdictionId)
  if (!head) throw new Error(`the contract ledger of ${jurisdictionId} cannot be written by this post`)
  return head
}

type Growth = {
  readonly first: number
  readonly leaves: readonly NewLeaf[]
  readonly leafHashes: readonly Both<Uint8Array>[]
  readonly grown: Both<{ readonly frontier: readonly Uint8Array[]; readonly nodes: readonly TreeNode[] }>
}

/** Head, leaves, nodes, salts and the note in one statement. */
async function write(
  db: Kysely<Schema>,
  jurisdictionId: string,
  growth: Growth,
  note: CommandNote | undefined,
): Promise<void> {
  const { first, leaves, grown } = growth
  const rows = leaves.map((leaf, offset) =>
    leafRow(jurisdictionId, leaf, first, offset, growth.leafHashes[offset]),
  )
  const nodes = HASH_NAMES.flatMap((alg) =>
    grown[alg].nodes.map(({ level, position, hash }) => ({ alg, level, pos: position, hash: toHex(hash) })),
  )
  const salts = leaves.flatMap(({ salts, projectId }, offset) =>
    salts.map(({ place, salt }) => ({
      idx: first + offset,
      place,
      project_id: projectId ?? null,
      salt: toHex(salt),
    })),
  )
  const last = note ? lastOfTransaction : sql``
  const along = note ? sql`${noteParts(note)}, ` : sql``
  const { rows: done } = await sql<{ count: number }>`${last} with ${along}head as (
      update ledger_head set size = ${first + leaves.length},
        frontier_sha256 = ${Buffer.from(concat(...grown.sha256.frontier))},
        frontier_sm3 = ${Buffer.from(concat(...grown.sm3.frontier))}
      where jurisdiction_id = ${jurisdictionId} and size = ${first} returning 1),
    leaf as (
      insert into ledger_leaf (jurisdiction_id, idx, type, contract_id, project_id, record_id, act_id, canon, sha256,
        sm3, prev_idx)
      values ${sql.join(rows)} returning 1),
    node as (
      insert into ledger_node (jurisdiction_id, alg, level, pos, hash)
      select ${jurisdictionId}, n.alg, n.level, n.pos, decode(n.hash, 'hex')
      from jsonb_to_recordset(${JSON.stringify(nodes)}::jsonb) n (alg text, level int, pos bigint, hash text)),
    salt as (
      insert into ledger_salt (jurisdiction_id, idx, place, project_id, salt)
      select ${jurisdictionId}, s.idx, s.place, s.project_id, decode(s.salt, 'hex')
      from jsonb_to_recordset(${JSON.stringify(salts)}::jsonb) s (idx bigint, place text, project_id uuid, salt text))
    select (select count(*) from head)::int + (select count(*) from leaf)::int as count`.execute(db)
  if (done[0]?.count !== 1 + leaves.length) throw new Error('the contract ledger did not grow as computed')
}

/** The values of a leaf; its text goes over as the bytes it is. */
function leafRow(
  jurisdictionId: string,
  leaf: NewLeaf,
  first: number,
  offset: number,
  hashes: Both<Uint8Array> | undefined,
) {
  if (!hashes) throw new Error('a leaf without its hashes')
  const prev = leaf.prevInBatch === undefined ? leaf.prevIdx : first + leaf.prevInBatch
  return sql`(${jurisdictionId}, ${first + offset}, ${leaf.type}, ${leaf.contractId ?? null}::uuid,
    ${leaf.projectId ?? null}::uuid, ${leaf.recordId ?? null}::uuid, ${leaf.actId ?? null}::uuid,
    ${Buffer.from(leaf.canon)}::bytea, ${Buffer.from(hashes.sha256)}::bytea, ${Buffer.from(hashes.sm3)}::bytea,
    ${prev?.toString() ?? null}::bigint)`
}

/** A stored frontier is its hashes one after the other. */
function cut(frontier: Uint8Array): Uint8Array[] {
  return Array.from({ length: frontier.length / HASH_BYTES }, (_none, index) =>
    frontier.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES),
  )
}
