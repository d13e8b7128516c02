import { type Kysely, sql } from 'kysely'
import type { FindNode } from '../domain/ledger/proof-path.ts'
import { type Both, forBoth, HASH_NAMES } from '../domain/ledger/hash.ts'
import type { NodePlace } from '../domain/ledger/merkle.ts'
import type { Schema } from './schema.ts'

export type LeafRow = {
  readonly jurisdictionId: string
  readonly idx: bigint
  readonly type: string
  readonly contractId: string | null
  readonly projectId: string | null
  readonly recordId: string | null
  readonly actId: string | null
  readonly canon: Buffer
  readonly sha256: Buffer
  readonly sm3: Buffer
  readonly prevIdx: bigint | null
}
/** A leaf with the moment it came. */
export type DatedLeafRow = LeafRow & { readonly createdAt: string }

const LEAF = sql`l.jurisdiction_id as "jurisdictionId", l.idx, l.type, l.contract_id as "contractId",
  l.project_id as "projectId", l.record_id as "recordId", l.act_id as "actId", l.canon, l.sha256, l.sm3,
  l.prev_idx as "prevIdx"`
const DATED = sql`${LEAF}, l.created_at as "createdAt"`

/** Leaves of a log from a place on, in order; those the scope reaches. */
export async function findLeaves(
  db: Kysely<Schema>,
  jurisdictionId: string,
  page: { readonly from: number; readonly limit: number },
): Promise<LeafRow[]> {
  const { rows } = await sql<LeafRow>`select ${LEAF} from ledger_leaf l
    where l.jurisdiction_id = ${jurisdictionId} and l.idx >= ${page.from}
    order by l.idx limit ${page.limit}`.execute(db)
  return rows
}

/** The leaves at these places of a log, in order. */
export async function findLeavesAt(
  db: Kysely<Schema>,
  jurisdictionId: string,
  places: readonly number[],
): Promise<LeafRow[]> {
  const { rows } = await sql<LeafRow>`select ${LEAF} from ledger_leaf l
    where l.jurisdiction_id = ${jurisdictionId} and l.idx = any(${places}::bigint[]) order by l.idx`.execute(
    db,
  )
  return rows
}

/** Places of the leaves that are the newest of their record, and of their project. */
export type NewestPlaces = { readonly records: ReadonlySet<number>; readonly projects: ReadonlySet<number> }

export async function findNewestPlaces(db: Kysely<Schema>, jurisdictionId: string): Promise<NewestPlaces> {
  const placesBy = async (column: 'record_id' | 'project_id') => {
    const { rows } = await sql<{ idx: bigint }>`select max(idx) as idx from ledger_leaf
      where jurisdiction_id = ${jurisdictionId} and ${sql.ref(column)} is not null
      group by ${sql.ref(column)}`.execute(db)
    return new Set(rows.map(({ idx }) => Number(idx)))
  }
  return { records: await placesBy('record_id'), projects: await placesBy('project_id') }
}

/** Leaves of a record or of a project, oldest first. */
export async function findLeavesOf(
  db: Kysely<Schema>,
  where: { readonly recordId: string } | { readonly projectId: string },
): Promise<DatedLeafRow[]> {
  const match =
    'recordId' in where ? sql`l.record_id = ${where.recordId}` : sql`l.project_id = ${where.projectId}`
  const { rows } =
    await sql<DatedLeafRow>`select ${DATED} from ledger_leaf l where ${match} order by l.idx`.execute(db)
  return rows
}

/** Leaves of one type, oldest first. */
export async function findLeavesOfType(
  db: Kysely<Schema>,
  jurisdictionId: string,
  type: string,
): Promise<DatedLeafRow[]> {
  const { rows } = await sql<DatedLeafRow>`select ${DATED} from ledger_leaf l
    where l.jurisdiction_id = ${jurisdictionId} and l.type = ${type} order by l.idx`.execute(db)
  return rows
}

export type HeadRow = {
  readonly jurisdictionId: string
  readonly origin: string
  readonly size: number
  readonly frontier: Both<Buffer>
}

/** The logs there are, or one of them. */
export async function findHeads(db: Kysely<Schema>, jurisdictionId?: string): Promise<HeadRow[]> {
  const { rows } = await sql<{
    jurisdictionId: string
    origin: string
    size: bigint
    sha256: Buffer
    sm3: Buffer
  }>`select jurisdiction_id as "jurisdictionId", origin, size, frontier_sha256 as sha256, frontier_sm3 as sm3
    from ledger_head where ${jurisdictionId ?? null}::text is null or jurisdiction_id = ${jurisdictionId ?? null}
    order by jurisdiction_id`.execute(db)
  return rows.map(({ sha256, sm3, size, ...head }) => ({
    ...head,
    size: Number(size),
    frontier: { sha256, sm3 },
  }))
}

/**
 * The stored subtrees asked for, under both algorithms, in one statement.
 * @returns how to find each; finding one that is not stored throws
 */
export async function findNodes(
  db: Kysely<Schema>,
  jurisdictionId: string,
  places: readonly NodePlace[],
): Promise<Both<FindNode>> {
  const { rows } = await sql<{ alg: string; level: number; pos: bigint; hash: Buffer }>`
    select n.alg, n.level, n.pos, n.hash
    from unnest(${places.map(({ level }) => level)}::smallint[], ${places.map(({ position }) => position)}::bigint[])
      w (level, pos) cross join unnest(${[...HASH_NAMES]}::text[]) a (alg)
    join ledger_node n on n.jurisdiction_id = ${jurisdictionId} and n.alg = a.alg and n.level = w.level and n.pos = w.pos`.execute(
    db,
  )
  const found = new Map(rows.map(({ alg, level, pos, hash }) => [`${alg} ${level} ${pos}`, hash]))
  return forBoth((alg) => ({ level, position }) => {
    const hash = found.get(`${alg} ${level} ${position}`)
    if (!hash) throw new Error(`${jurisdictionId}: subtree ${alg} ${level}/${position} is not stored`)
    return hash
  })
}

/** Salts of a leaf by the place of the value they protect. */
export type Salts = ReadonlyMap<string, Uint8Array>

export async function findSalts(
  db: Kysely<Schema>,
  leaf: { readonly jurisdictionId: string; readonly idx: bigint },
): Promise<Salts> {
  const [salts] = await findSaltsOf(db, leaf.jurisdictionId, [leaf])
  return salts ?? new Map()
}

/** The salts of many leaves of one log, in the order of the leaves. */
export async function findSaltsOf(
  db: Kysely<Schema>,
  jurisdictionId: string,
  leaves: readonly { readonly idx: bigint }[],
): Promise<Salts[]> {
  const { rows } = await sql<{ idx: bigint; salts: Readonly<Record<string, string>> }>`
    select idx, json_object_agg(place, encode(salt, 'hex')) as salts from ledger_salt
    where jurisdiction_id = ${jurisdictionId} and idx = any(${leaves.map(({ idx }) => idx.toString())}::bigint[])
    group by idx`.execute(db)
  const found = new Map(rows.map(({ idx, salts }) => [idx, salts]))
  return leaves.map(
    ({ idx }) =>
      new Map(Object.entries(found.get(idx) ?? {}).map(([place, salt]) => [place, Buffer.from(salt, 'hex')])),
  )
}
