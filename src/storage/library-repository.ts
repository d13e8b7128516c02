import { type Kysely, sql } from 'kysely'
import type { LibraryIndicator, LocalVersion, UsedIndicator } from '../domain/indicators/index.ts'
import type { Schema } from './schema.ts'

/** A version with the decision that made it. */
export type StoredVersion = LocalVersion & { readonly recordId: string }

/** Approved local versions of the library at these places, oldest first, as far as the scope reads them. */
export async function findLocalVersions(
  db: Kysely<Schema>,
  jurisdictions: readonly string[],
): Promise<StoredVersion[]> {
  const rows = await db
    .selectFrom('library_indicator')
    .where('jurisdiction_id', 'in', jurisdictions)
    .selectAll()
    .orderBy('indicator_id')
    .orderBy('version')
    .execute()
  return rows.map((row) => ({
    jurisdictionId: row.jurisdiction_id,
    indicatorId: row.indicator_id,
    version: row.version,
    change: row.change,
    basedOn: row.based_on,
    approvedOn: row.approved_on,
    indicator: row.content as LibraryIndicator,
    recordId: row.record_id,
  }))
}

/**
 * Approvals of one place wait here for each other until the transaction ends, so that ids and versions
 * are given out one by one.
 */
export async function lockLibrary(db: Kysely<Schema>, jurisdictionId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`library/${jurisdictionId}`}, 0))`.execute(db)
}

/** Adds one approved version; it is never changed afterwards. */
export async function insertLocalVersion(
  db: Kysely<Schema>,
  version: StoredVersion & { readonly id: string },
): Promise<void> {
  await db
    .insertInto('library_indicator')
    .values({
      jurisdiction_id: version.jurisdictionId,
      id: version.id,
      indicator_id: version.indicatorId,
      version: version.version,
      change: version.change,
      based_on: version.basedOn,
      content: JSON.stringify(version.indicator),
      record_id: version.recordId,
      approved_on: version.approvedOn,
    })
    .execute()
}

/** Indicators of approved targets within the scope, by library id and wording, with how many rows. */
export async function findUsedIndicators(db: Kysely<Schema>): Promise<UsedIndicator[]> {
  const { rows } = await sql<UsedIndicator>`
    select nullif(i.content->>'libraryId', '') as "libraryId", i.name, count(*)::integer as count
    from record r
    join indicator i on i.jurisdiction_id = r.jurisdiction_id and i.record_id = r.id
    where r.kind = 'targets.sheet' and r.state in ('approved', 'published')
    group by 1, 2 order by 1, 2`.execute(db)
  return rows
}
