import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { ContractSource, StoredRow } from '../domain/ledger/contract.ts'
import { toHex } from '../domain/ledger/bytes.ts'
import { forBoth } from '../domain/ledger/hash.ts'
import type { BoundTable } from '../domain/forms/form.ts'
import { boundColumns } from './bound-rows.ts'
import type { Schema } from './schema.ts'

/** Tables whose rows belong to the content of a record. */
export const BOUND_TABLES: readonly BoundTable[] = ['execution', 'indicator', 'observation', 'score']

/** What a sealed act rests on, without what the asker adds: its type. */
export type StoredSource = Omit<ContractSource, 'type'> & { readonly prevIdx: bigint | null }

/** One act on one record. */
export type SealedAct = { readonly jurisdictionId: string; readonly recordId: string; readonly actId: string }

/** Every column but those a leaf shows elsewhere. */
const columnsOf = (alias: string, without: readonly string[]) =>
  sql`text_columns(to_jsonb(${sql.ref(alias)}) - ${without as string[]}::text[])`

/** The rows of a record in a table of their own, in their order, without what its content shows. */
const boundRows = (table: BoundTable, record: RawBuilder<unknown>) =>
  sql`(select coalesce(jsonb_agg(${columnsOf('b', ['content', ...boundColumns(table)])} order by b.ordinal, b.id), '[]')
    from ${sql.table(table)} b where b.jurisdiction_id = ${record}.jurisdiction_id and b.record_id = ${record}.id)`

/** A project with the codes of its offices. */
const PROJECT = sql`text_columns(to_jsonb(p) - 'content')
  || jsonb_build_object('unit_code', (select code from organisation where id = p.unit_id),
    'department_code', (select code from organisation where id = p.department_id))`

const NUMBERS = sql`(select coalesce(jsonb_agg(text_columns(to_jsonb(n)) order by n.series, n.year, n.number), '[]')
  from document_number n where n.jurisdiction_id = r.jurisdiction_id and n.record_id = r.id)`

/** Steps as a leaf tells them, with the names a reader needs; `a` is the step. */
export const actsWhere = (condition: RawBuilder<unknown>, order: RawBuilder<unknown>) => sql`(
  select jsonb_agg(text_columns(to_jsonb(a)) || jsonb_build_object('person_name', person.name,
      'organisation_name', organisation.name) order by ${order})
    from act a left join person on person.id = a.person_id
    left join organisation on organisation.id = a.organisation_id where ${condition})`

/** Files that the frozen content names, or that prove a figure of the record. */
const ATTACHMENTS = sql`(
  select coalesce(jsonb_agg(text_columns(to_jsonb(f)) || jsonb_build_object('sm3', d.sm3) order by f.name, f.id), '[]')
    from attachment f left join file_digest d on d.sha256 = f.sha256
    where f.jurisdiction_id = r.jurisdiction_id and (
      f.id in (select e.attachment_id from evidence e where e.jurisdiction_id = r.jurisdiction_id and e.record_id = r.id)
      or f.id::text = any (array(select v #>> '{}' from jsonb_path_query(frozen.content, 'strict $.**') v
        where jsonb_typeof(v) = 'string'))))`
const EVIDENCE = sql`(select coalesce(jsonb_agg(text_columns(to_jsonb(e)) order by e.place, e.id), '[]')
  from evidence e where e.jurisdiction_id = r.jurisdiction_id and e.record_id = r.id)`

/**
 * Reads what an act that was just taken rests on, as it is stored now: one statement, inside the
 * transaction of the act. Nothing when the act froze no version.
 */
export async function readSealSource(
  db: Kysely<Schema>,
  act: SealedAct,
  contractId: string,
): Promise<StoredSource | undefined> {
  const rows = sql.join(BOUND_TABLES.flatMap((table) => [sql.lit(table), boundRows(table, sql.ref('r'))]))
  const { rows: found } = await sql<FoundSource>`
    select jsonb_build_object('code', j.id, 'name', j.name) as jurisdiction,
      text_columns(to_jsonb(r) - 'content') as record,
      (select ${PROJECT} from project p where p.jurisdiction_id = r.jurisdiction_id and p.id = r.project_id) as project,
      ${actsWhere(
        sql`a.jurisdiction_id = act.jurisdiction_id and a.record_id = act.record_id and a.sequence <= act.sequence`,
        sql`a.sequence`,
      )} as acts,
      text_columns(to_jsonb(frozen) - 'content') as frozen, frozen.content as "frozenContent",
      jsonb_build_object(${rows}, 'document_number', ${NUMBERS}) as rows,
      ${ATTACHMENTS} as attachments, ${EVIDENCE} as evidence,
      previous.idx as "prevIdx", previous.sha256 as "prevSha256", previous.sm3 as "prevSm3"
    from act
    join record r on r.jurisdiction_id = act.jurisdiction_id and r.id = act.record_id
    join jurisdiction j on j.id = r.jurisdiction_id
    join frozen on frozen.jurisdiction_id = act.jurisdiction_id and frozen.act_id = act.id
    left join lateral (select idx, sha256, sm3 from ledger_leaf l where l.jurisdiction_id = r.jurisdiction_id
      and l.contract_id = ${contractId} order by idx desc limit 1) previous on true
    where act.jurisdiction_id = ${act.jurisdictionId} and act.id = ${act.actId}`.execute(db)
  return found[0] && toSource(found[0])
}

type FoundSource = Omit<StoredSource, 'prev'> & {
  readonly prevSha256: Buffer | null
  readonly prevSm3: Buffer | null
}

function toSource({ prevSha256, prevSm3, ...source }: FoundSource): StoredSource {
  const prev =
    prevSha256 && prevSm3 ? forBoth((name) => toHex(name === 'sha256' ? prevSha256 : prevSm3)) : null
  return { ...source, prev }
}

/** Only one transaction at a time adds to a contract, so that its leaves form one chain. */
export async function lockContract(db: Kysely<Schema>, contractId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${contractId}, 2))`.execute(db)
}

/** SM3 of stored files by their SHA-256, remembered so that a file is read once. */
export async function insertFileDigest(
  db: Kysely<Schema>,
  file: { readonly sha256: string; readonly sm3: string },
): Promise<void> {
  await db
    .insertInto('file_digest')
    .values(file)
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
}

export type { StoredRow }
