import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { HashName } from '../domain/ledger/hash.ts'
import type { StoredRow } from '../domain/ledger/contract.ts'
import type { Schema } from './schema.ts'

export type StoredNode = {
  readonly alg: HashName
  readonly level: number
  readonly pos: number
  readonly hash: Buffer
}

/** Highest level a subtree can have: 2^40 leaves are more than a country approves. */
const LEVELS = Array.from({ length: 41 }, (_none, level) => level)

/** The stored subtrees that were completed by one of the leaves from `from` up to but not including `end`. */
export async function findNodesCompleted(
  db: Kysely<Schema>,
  jurisdictionId: string,
  range: { readonly from: number; readonly end: number },
): Promise<StoredNode[]> {
  const { rows } = await sql<Omit<StoredNode, 'pos'> & { pos: bigint }>`
    select n.alg, n.level, n.pos, n.hash ${completedIn(jurisdictionId, range)}`.execute(db)
  return rows.map(({ pos, ...node }) => ({ ...node, pos: Number(pos) }))
}

function completedIn(
  jurisdictionId: string,
  range: { readonly from: number; readonly end: number },
): RawBuilder<unknown> {
  return sql`from ${rangesOf(range)}
    join ledger_node n on n.jurisdiction_id = ${jurisdictionId} and n.alg = a.alg and n.level = w.level
      and n.pos between w.first and w.last`
}

/** Of every level `w` the subtrees that are completed, under each algorithm `a`. */
function rangesOf({ from, end }: { readonly from: number; readonly end: number }): RawBuilder<unknown> {
  const ranges = LEVELS.map((level) => ({
    ...{ level, first: Math.ceil((from + 1) / 2 ** level) - 1 },
    last: Math.floor(end / 2 ** level) - 1,
  })).filter(({ first, last }) => first <= last)
  return sql`unnest(${ranges.map(({ level }) => level)}::smallint[], ${ranges.map(({ first }) => first)}::bigint[],
    ${ranges.map(({ last }) => last)}::bigint[]) w (level, first, last) cross join (values ('sha256'), ('sm3')) a (alg)`
}

/** Neighbouring subtrees of one level as they are stored, hash after hash. */
export type NodeRun = {
  readonly alg: HashName
  readonly level: number
  /** Position of the first. */
  readonly first: number
  readonly isGapless: boolean
  readonly hashes: Buffer
}

/** The same as runs: of a page of leaves four subtrees a leaf are asked for, and nearly always all are right. */
export async function findNodeRuns(
  db: Kysely<Schema>,
  jurisdictionId: string,
  range: { readonly from: number; readonly end: number },
): Promise<NodeRun[]> {
  // Each run by itself: as one join it is planned over the whole table, with further processes for every page.
  const { rows } = await sql<Omit<NodeRun, 'first'> & { first: bigint }>`
    select a.alg, w.level, r.first, r."isGapless", r.hashes
    from ${rangesOf(range)} cross join lateral (
      select min(n.pos) as first, max(n.pos) - min(n.pos) + 1 = count(*) as "isGapless",
        string_agg(n.hash, '' order by n.pos) as hashes
      from ledger_node n where n.jurisdiction_id = ${jurisdictionId} and n.alg = a.alg and n.level = w.level
        and n.pos between w.first and w.last) r
    where r.first is not null`.execute(db)
  return rows.map(({ first, ...run }) => ({ ...run, first: Number(first) }))
}

/** How many subtrees and leaves are stored, and the highest place. */
export async function countStored(
  db: Kysely<Schema>,
  jurisdictionId: string,
): Promise<{ readonly nodes: number; readonly leaves: number }> {
  const { rows } = await sql<{ nodes: number; leaves: number }>`
    select (select count(*) from ledger_node where jurisdiction_id = ${jurisdictionId})::int as nodes,
      (select count(*) from ledger_leaf where jurisdiction_id = ${jurisdictionId})::int as leaves`.execute(db)
  return rows[0] ?? { nodes: 0, leaves: 0 }
}

/** Logs that have rows but no head: what a removed head leaves behind. */
export async function findHeadless(db: Kysely<Schema>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct id from (select jurisdiction_id as id from ledger_leaf union select jurisdiction_id from ledger_node
      union select jurisdiction_id from ledger_checkpoint union select jurisdiction_id from ledger_cosignature
      union select jurisdiction_id from ledger_salt) l
    where not exists (select 1 from ledger_head h where h.jurisdiction_id = l.id) order by id`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * Rows of the ledger that do not fit the audit trail or each other: each was written by an audited
 * command, so that a stamp that fits none was altered or the row was put in by hand, and an audited
 * command whose row is gone was undone.
 * @returns object, column and what is wrong, as sentences
 */
export async function findLooseRows(db: Kysely<Schema>, jurisdictionId: string): Promise<string[]> {
  const { rows } = await sql<{ said: string }>`
    with stamped as (
      select 'ledger_leaf' as "table", idx::text as key, 'created_at' as moment_column, created_at as moment, txid as tx
        from ledger_leaf where jurisdiction_id = ${jurisdictionId}
      union all select 'ledger_checkpoint', size::text, 'created_at', created_at, txid
        from ledger_checkpoint where jurisdiction_id = ${jurisdictionId}
      union all select 'ledger_cosignature', size || ' ' || witness, 'received_at', received_at, txid
        from ledger_cosignature where jurisdiction_id = ${jurisdictionId})
    select s."table" || ' ' || ${jurisdictionId} || ' ' || s.key || '：' || case
        when exists (select 1 from audit where audit.tx = s.tx) then s.moment_column || ' 列：与审计记录的时间不符(库中为“' || s.moment || '”)'
        else 'txid 列：没有对应的审计记录(库中为“' || s.tx || '”)' end as said
      from stamped s where not exists (select 1 from audit where audit.tx = s.tx and audit.at = s.moment)
    union all
    select 'ledger_cosignature ' || ${jurisdictionId} || ' ' || s.size || ' ' || s.witness || '：organisation_id 列：与登记人的机构不符'
      from ledger_cosignature s where s.jurisdiction_id = ${jurisdictionId} and not exists (
        select 1 from audit join post on post.id = audit.post_id
        where audit.tx = s.txid and post.organisation_id = s.organisation_id)
    union all
    select 'ledger_cosignature ' || ${jurisdictionId} || ' ' || s.size || ' ' || s.witness || '：size 列：没有这个长度的凭证'
      from ledger_cosignature s where s.jurisdiction_id = ${jurisdictionId} and not exists (
        select 1 from ledger_checkpoint c where c.jurisdiction_id = s.jurisdiction_id and c.size = s.size)
    union all
    select t."table" || ' ' || ${jurisdictionId} || '：整行：审计记录中“' || (c->>'to') || '”已登记，表中没有'
      from audit, jsonb_array_elements(audit.changes) c,
        (values ('checkpoint', 'ledger_checkpoint'), ('cosignature', 'ledger_cosignature')) t (field, "table")
      where audit.jurisdiction_id = ${jurisdictionId} and audit.outcome = 'done' and audit.use_case like 'ledger.%'
        and c->>'field' = t.field
        and not exists (select 1 from ledger_checkpoint k where t.field = 'checkpoint' and k.txid = audit.tx
          and k.jurisdiction_id = audit.jurisdiction_id)
        and not exists (select 1 from ledger_cosignature k where t.field = 'cosignature' and k.txid = audit.tx
          and k.jurisdiction_id = audit.jurisdiction_id)
    union all
    select 'ledger_salt ' || ${jurisdictionId} || ' ' || s.idx || ' ' || s.place || '：project_id 列：与条目的项目不符'
      from ledger_salt s join ledger_leaf l on l.jurisdiction_id = s.jurisdiction_id and l.idx = s.idx
      where s.jurisdiction_id = ${jurisdictionId} and s.project_id is distinct from l.project_id
    order by 1 limit 50`.execute(db)
  return rows.map(({ said }) => said)
}

/** A day's audit rows of a place in China's time, every column as text, in the order they were written. */
export async function readAuditDay(
  db: Kysely<Schema>,
  jurisdictionId: string,
  day: string,
): Promise<StoredRow[]> {
  const { rows } = await sql<{ row: StoredRow }>`
    select text_columns(to_jsonb(a)) as row from audit a
    where coalesce(a.jurisdiction_id, '640000') = ${jurisdictionId}
      and a.at >= ${`${day}T00:00:00+08:00`}::timestamptz and a.at < ${`${day}T00:00:00+08:00`}::timestamptz + interval '1 day'
    order by a.at, a.id`.execute(db)
  return rows.map(({ row }) => row)
}
