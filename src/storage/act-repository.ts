import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

/** One step that was taken on a record, with the names a reader needs. */
export type Act = {
  readonly id: string
  readonly recordId: string
  readonly kind: string
  readonly action: string
  readonly fromState: string
  readonly toState: string
  /** The record's version after it. */
  readonly version: number
  readonly personId: string
  readonly personName: string
  readonly role: string
  readonly organisationName: string | null
  readonly opinion: string | null
  readonly documentNumber: string | null
  readonly actedAt: string
}

/** The steps of a record, or of a whole project, oldest first. */
export async function findActs(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string; readonly recordId?: string; readonly projectId?: string },
  asOf?: string,
): Promise<Act[]> {
  const { rows } = await sql<Act>`
    select act.id, act.record_id as "recordId", record.kind, act.action, act.from_state as "fromState",
      act.to_state as "toState", act.version, act.person_id as "personId", person.name as "personName", act.role,
      organisation.name as "organisationName", act.opinion, act.document_number as "documentNumber",
      act.acted_at as "actedAt"
    from act
    join record on record.jurisdiction_id = act.jurisdiction_id and record.id = act.record_id
    join person on person.id = act.person_id
    left join organisation on organisation.id = act.organisation_id
    where act.jurisdiction_id = ${where.jurisdictionId}
      and (${where.recordId ?? null}::uuid is null or act.record_id = ${where.recordId ?? null}::uuid)
      and (${where.projectId ?? null}::uuid is null or act.project_id = ${where.projectId ?? null}::uuid)
      and (${asOf ?? null}::timestamptz is null or act.acted_at <= ${asOf ?? null}::timestamptz)
    order by act.acted_at, act.record_id, act.sequence`.execute(db)
  return rows
}

export type NewAct = {
  readonly jurisdictionId: string
  readonly id: string
  readonly recordId: string
  readonly projectId: string | null
  readonly action: string
  readonly fromState: string
  readonly toState: string
  readonly version: number
  readonly personId: string
  readonly postId: string
  readonly role: string
  readonly organisationId: string
  readonly opinion: string | null
  readonly documentNumber: string | null
  readonly actedAt: string
}

/** Adds the next step of a record; the caller holds the lock on the record row. */
export async function insertAct(db: Kysely<Schema>, act: NewAct): Promise<void> {
  await sql`
    insert into act (jurisdiction_id, id, record_id, project_id, sequence, action, from_state, to_state, version,
      person_id, post_id, role, organisation_id, opinion, document_number, acted_at)
    select ${act.jurisdictionId}, ${act.id}, ${act.recordId}, ${act.projectId},
      (select count(*) + 1 from act where jurisdiction_id = ${act.jurisdictionId} and record_id = ${act.recordId}),
      ${act.action}, ${act.fromState}, ${act.toState}, ${act.version}, ${act.personId}, ${act.postId}, ${act.role},
      ${act.organisationId}, ${act.opinion}, ${act.documentNumber}, ${act.actedAt}`.execute(db)
}

/**
 * The next number of a series in a year, without gaps: the advisory lock is held until commit, and a
 * rolled-back act gives its number back.
 * @returns 文号, e.g. 示财（绩）发〔2024〕3号
 */
export async function issueDocumentNumber(
  db: Kysely<Schema>,
  series: {
    readonly jurisdictionId: string
    readonly prefix: string
    readonly year: number
    readonly recordId: string
    readonly now: string
  },
): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${series.jurisdictionId}/${series.prefix}/${series.year}`}, 1))`.execute(
    db,
  )
  const { rows } = await sql<{ number: number }>`
    insert into document_number (jurisdiction_id, series, year, number, record_id, issued_at)
    select ${series.jurisdictionId}, ${series.prefix}, ${series.year}, coalesce(max(number), 0) + 1, ${series.recordId}, ${series.now}
    from document_number
    where jurisdiction_id = ${series.jurisdictionId} and series = ${series.prefix} and year = ${series.year}
    returning number`.execute(db)
  return `${series.prefix}〔${series.year}〕${rows[0]?.number}号`
}
