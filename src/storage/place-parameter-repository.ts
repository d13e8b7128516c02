import { type Kysely, sql } from 'kysely'
import type { Standing } from '../domain/shared/standing.ts'
import type { Schema } from './schema.ts'

/** One parameter a place approved for itself, from one day on. */
export type PlaceParameter = {
  readonly jurisdictionId: string
  readonly id: string
  readonly parameter: string
  readonly effectiveFrom: string
  /** `null` ends what the place says for itself. */
  readonly value: unknown
  readonly source: { readonly id: string; readonly [key: string]: unknown }
  readonly article: string
  readonly standing: Standing
  readonly recordId: string
  readonly approvedOn: string
}

/** Those of every place, oldest approval first: they are few, and everybody may read them. */
export async function findPlaceParameters(db: Kysely<Schema>): Promise<PlaceParameter[]> {
  const rows = await db.selectFrom('place_parameter').selectAll().orderBy('sequence').execute()
  return rows.map((row) => ({
    jurisdictionId: row.jurisdiction_id,
    id: row.id,
    parameter: row.parameter,
    effectiveFrom: row.effective_from,
    value: (row.entry as { readonly value: unknown }).value,
    source: row.source as PlaceParameter['source'],
    article: row.article,
    standing: row.standing,
    recordId: row.record_id,
    approvedOn: row.approved_on,
  }))
}

/** Approvals of one place wait here for each other until the transaction ends. */
export async function lockPlaceParameters(db: Kysely<Schema>, jurisdictionId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`parameters/${jurisdictionId}`}, 0))`.execute(db)
}

/** Adds approved values; they are never changed afterwards. */
export async function insertPlaceParameters(
  db: Kysely<Schema>,
  values: readonly PlaceParameter[],
): Promise<void> {
  if (values.length === 0) return
  await db
    .insertInto('place_parameter')
    .values(
      values.map((one) => ({
        jurisdiction_id: one.jurisdictionId,
        id: one.id,
        parameter: one.parameter,
        effective_from: one.effectiveFrom,
        entry: JSON.stringify({ value: one.value }),
        source: JSON.stringify(one.source),
        article: one.article,
        standing: one.standing,
        record_id: one.recordId,
        approved_on: one.approvedOn,
      })),
    )
    .execute()
}
