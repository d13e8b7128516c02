import { type Kysely, sql } from 'kysely'
import type { UsedIndicator } from '../domain/indicators/index.ts'
import type { Schema } from './schema.ts'

/** A pack as it is kept; `body` is the file. */
export type StoredPack = {
  readonly jurisdictionId: string
  readonly id: string
  readonly recordId: string
  readonly origin: 'published' | 'loaded'
  readonly name: string
  readonly version: string
  readonly publisher: string
  readonly publishedOn: string
  readonly sha256: string
  readonly sm3: string
  readonly body: string
}

const COLUMNS = sql`jurisdiction_id as "jurisdictionId", id, record_id as "recordId", origin, name, version,
  publisher, published_on as "publishedOn", sha256, sm3`

/** The packs this scope may see, newest first, without their content. */
export async function findPacks(db: Kysely<Schema>): Promise<Omit<StoredPack, 'body'>[]> {
  const { rows } = await sql<Omit<StoredPack, 'body'>>`
    select ${COLUMNS} from blueprint_pack order by published_on desc, id desc`.execute(db)
  return rows
}

/** One pack with its content; by its id, or the one a record published or loaded. */
export async function findPack(
  db: Kysely<Schema>,
  by: { readonly id: string } | { readonly recordId: string },
): Promise<StoredPack | undefined> {
  const where = 'id' in by ? sql`id = ${by.id}` : sql`record_id = ${by.recordId}`
  const { rows } = await sql<StoredPack>`select ${COLUMNS}, body from blueprint_pack where ${where}`.execute(
    db,
  )
  return rows[0]
}

/** Keeps a pack as it is; it is never changed afterwards. */
export async function insertPack(db: Kysely<Schema>, pack: StoredPack): Promise<void> {
  await db
    .insertInto('blueprint_pack')
    .values({
      jurisdiction_id: pack.jurisdictionId,
      id: pack.id,
      record_id: pack.recordId,
      origin: pack.origin,
      name: pack.name,
      version: pack.version,
      publisher: pack.publisher,
      published_on: pack.publishedOn,
      sha256: pack.sha256,
      sm3: pack.sm3,
      body: pack.body,
    })
    .execute()
}

/** A pilot that was accepted. */
export type AcceptedPilot = {
  readonly jurisdictionId: string
  readonly place: string
  readonly acceptedAt: string
  readonly documentNumber: string | null
}

/** Accepted pilots within the scope, by place. */
export async function findAcceptedPilots(db: Kysely<Schema>): Promise<AcceptedPilot[]> {
  const { rows } = await sql<AcceptedPilot>`
    select distinct on (r.jurisdiction_id) r.jurisdiction_id as "jurisdictionId", j.name as place,
      a.acted_at as "acceptedAt", a.document_number as "documentNumber"
    from record r join jurisdiction j on j.id = r.jurisdiction_id
    join act a on a.jurisdiction_id = r.jurisdiction_id and a.record_id = r.id and a.action = 'accept'
    where r.kind = 'pilot.acceptance' and r.state = 'accepted'
    order by r.jurisdiction_id, a.acted_at desc`.execute(db)
  return rows
}

/** Names by which somebody could be recognised: of people, of offices below the region, of places. */
export async function findTellingNames(
  db: Kysely<Schema>,
): Promise<{ persons: string[]; offices: string[]; places: string[] }> {
  const { rows } = await sql<{ persons: string[]; offices: string[]; places: string[] }>`
    select (select coalesce(array_agg(distinct name), '{}') from person) as persons,
      (select coalesce(array_agg(distinct name), '{}') from organisation
        where kind not in ('province', 'system')) as offices,
      (select coalesce(array_agg(distinct name), '{}') from jurisdiction where level <> 'province') as places`.execute(
    db,
  )
  return rows[0] ?? { persons: [], offices: [], places: [] }
}

/** How many records of each kind the pilot projects of these places have. */
export async function countPilotRecords(
  db: Kysely<Schema>,
  jurisdictions: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ kind: string; count: number }>`
    select r.kind, count(*)::integer as count from record r
    left join project p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.project_id
    where r.jurisdiction_id = any (${jurisdictions}::text[]) and (p.is_pilot or r.project_id is null)
    group by r.kind`.execute(db)
  return new Map(rows.map(({ kind, count }) => [kind, count]))
}

/** Indicators of approved targets of the pilot projects of these places, by library id and wording. */
export async function findPilotIndicators(
  db: Kysely<Schema>,
  jurisdictions: readonly string[],
): Promise<UsedIndicator[]> {
  const { rows } = await sql<UsedIndicator>`
    select nullif(i.content->>'libraryId', '') as "libraryId", i.name, count(*)::integer as count
    from record r
    join project p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.project_id and p.is_pilot
    join indicator i on i.jurisdiction_id = r.jurisdiction_id and i.record_id = r.id
    where r.kind = 'targets.sheet' and r.state in ('approved', 'published')
      and r.jurisdiction_id = any (${jurisdictions}::text[])
    group by 1, 2 order by 1, 2`.execute(db)
  return rows
}
