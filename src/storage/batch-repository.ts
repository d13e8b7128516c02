import { type Kysely, sql } from 'kysely'
import type { Mapping } from '../domain/batch/mapping.ts'
import type { BoundTable, Content } from '../domain/forms/form.ts'
import { boundRowOf } from './bound-rows.ts'
import type { Schema } from './schema.ts'

/** A project of the year with its newest record of a kind, if it has one. */
export type BatchRow = {
  readonly projectId: string
  readonly fiscalYear: number
  readonly code: string
  readonly name: string
  readonly isClassified: boolean
  readonly recordId: string | null
  readonly state: string | null
  readonly version: number | null
  readonly content: Content
}

/** Every project of a place and year the scope reaches, with the record that a file may go into. */
export async function findBatchRows(
  db: Kysely<Schema>,
  where: {
    readonly jurisdictionId: string
    readonly fiscalYear: number
    readonly kind: string
    readonly bound?: { readonly table: BoundTable; readonly field: string } | undefined
  },
): Promise<BatchRow[]> {
  const { bound } = where
  const rowsOf = bound
    ? sql`jsonb_build_object(${sql.lit(bound.field)}, coalesce((select jsonb_agg(${boundRowOf(bound.table)} order by t.ordinal, t.id)
        from ${sql.table(bound.table)} t
        where t.jurisdiction_id = r.jurisdiction_id and t.record_id = r.id), '[]'))`
    : sql`'{}'::jsonb`
  const { rows } = await sql<BatchRow>`
    select p.id as "projectId", p.fiscal_year as "fiscalYear", p.code, p.name, p.is_classified as "isClassified",
      r.id as "recordId", r.state, r.version,
      case when r.id is null then '{}'::jsonb else r.content || ${rowsOf} end as content
    from project p
    left join lateral (
      select * from record r where r.jurisdiction_id = p.jurisdiction_id and r.project_id = p.id
        and r.kind = ${where.kind}
      order by r.created_at desc, r.id desc limit 1) r on true
    where p.jurisdiction_id = ${where.jurisdictionId} and p.fiscal_year = ${where.fiscalYear}
    order by p.code`.execute(db)
  return rows
}

export type BatchWrite = {
  readonly recordId: string
  readonly version: number
  readonly content: Content
}

/**
 * Writes the content of many records in one statement.
 * @returns how many still had the version named; fewer than given means somebody saved in between
 */
export async function updateRecordContents(
  db: Kysely<Schema>,
  jurisdictionId: string,
  writes: readonly BatchWrite[],
): Promise<number> {
  const given = writes.map(({ recordId, version, content }) => ({ id: recordId, version, content }))
  const { rows } = await sql`
    update record r set content = x.content, version = r.version + 1
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as x(id uuid, version integer, content jsonb)
    where r.jurisdiction_id = ${jurisdictionId} and r.id = x.id and r.version = x.version
    returning r.id`.execute(db)
  return rows.length
}

/** The mapping somebody chose for this layout; nothing for a layout seen for the first time. */
export async function findMapping(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string; readonly subject: string; readonly digest: string },
): Promise<Mapping | undefined> {
  const { rows } = await sql<{ mapping: Mapping }>`
    select mapping from column_mapping where jurisdiction_id = ${where.jurisdictionId}
      and subject = ${where.subject} and layout_digest = ${where.digest}`.execute(db)
  return rows[0]?.mapping
}

export async function saveMapping(
  db: Kysely<Schema>,
  given: {
    readonly jurisdictionId: string
    readonly subject: string
    readonly digest: string
    readonly headers: readonly string[]
    readonly mapping: Mapping
    readonly now: string
    readonly personId: string
  },
): Promise<void> {
  await sql`
    insert into column_mapping values (${given.jurisdictionId}, ${given.subject}, ${given.digest},
      ${JSON.stringify(given.headers)}::jsonb, ${JSON.stringify(given.mapping)}::jsonb, ${given.now}, ${given.personId})
    on conflict (jurisdiction_id, subject, layout_digest) do update
      set mapping = excluded.mapping, saved_at = excluded.saved_at, saved_by = excluded.saved_by
      where column_mapping.mapping is distinct from excluded.mapping`.execute(db)
}
