import { type Kysely, sql } from 'kysely'
import type { Content } from '../domain/forms/form.ts'
import type { Schema } from './schema.ts'

/** A record without its bound rows, as stored. */
export type RecordRow = {
  readonly jurisdictionId: string
  readonly id: string
  readonly projectId: string | null
  /** The office it belongs to, where it belongs to no project. */
  readonly organisationId: string | null
  readonly kind: string
  readonly fiscalYear: number
  readonly title: string
  readonly state: string
  readonly version: number
  readonly content: Content
  readonly subjectId: string | null
  readonly dueOn: string | null
  readonly stateSince: string
  readonly createdAt: string
}

const COLUMNS = sql`jurisdiction_id as "jurisdictionId", id, project_id as "projectId",
  organisation_id as "organisationId", kind,
  fiscal_year as "fiscalYear", title, state, version, content, subject_id as "subjectId", due_on as "dueOn",
  state_since as "stateSince", created_at as "createdAt"`

/** The record, or nothing when it does not exist or the scope does not reach it. */
export async function findRecord(
  db: Kysely<Schema>,
  id: string,
  options: { readonly isLocked?: boolean; readonly asOf?: string } = {},
): Promise<RecordRow | undefined> {
  const source = options.asOf ? sql`record_as_of(${options.asOf}::timestamptz)` : sql`record`
  const lock = options.isLocked ? sql`for update` : sql``
  const { rows } = await sql<RecordRow>`select ${COLUMNS} from ${source} where id = ${id} ${lock}`.execute(db)
  return rows[0]
}

/** All visible records of a project (or, without one, of a jurisdiction) in the order of making. */
export async function findRecords(
  db: Kysely<Schema>,
  where: {
    readonly jurisdictionId: string
    readonly projectId?: string
    readonly kind?: string
    readonly subjectId?: string
    readonly organisationId?: string
    readonly fiscalYear?: number
  },
  asOf?: string,
): Promise<RecordRow[]> {
  const source = asOf ? sql`record_as_of(${asOf}::timestamptz)` : sql`record`
  const { rows } = await sql<RecordRow>`
    select ${COLUMNS} from ${source}
    where jurisdiction_id = ${where.jurisdictionId}
      and (${where.projectId ?? null}::uuid is null or project_id = ${where.projectId ?? null}::uuid)
      and (${where.organisationId ?? null}::uuid is null or organisation_id = ${where.organisationId ?? null}::uuid)
      and (${where.fiscalYear ?? null}::integer is null or fiscal_year = ${where.fiscalYear ?? null}::integer)
      and (${where.kind ?? null}::text is null or kind = ${where.kind ?? null})
      and (${where.subjectId ?? null}::uuid is null or subject_id = ${where.subjectId ?? null}::uuid)
    order by created_at, id`.execute(db)
  return rows
}

/** The records of one kind and year that the scope reaches, county by county, without their bound rows. */
export async function findRecordsOfYear(
  db: Kysely<Schema>,
  where: {
    readonly kind: string
    readonly fiscalYear: number
    readonly jurisdictionId?: string | undefined
    readonly states: readonly string[]
  },
): Promise<RecordRow[]> {
  const { rows } = await sql<RecordRow>`
    select ${COLUMNS} from record
    where kind = ${where.kind} and fiscal_year = ${where.fiscalYear} and state = any(${where.states}::text[])
      and (${where.jurisdictionId ?? null}::text is null or jurisdiction_id = ${where.jurisdictionId ?? null})
    order by jurisdiction_id, created_at, id`.execute(db)
  return rows
}

export type NewRecord = {
  readonly jurisdictionId: string
  readonly id: string
  readonly projectId: string | null
  readonly organisationId?: string
  readonly kind: string
  readonly fiscalYear: number
  readonly title: string
  readonly state: string
  readonly content: Content
  readonly subjectId?: string
  readonly privateTo?: string
  readonly dueOn?: string
  readonly now: string
  readonly personId: string
}

/** Stores a new record; bound rows follow by `replaceBoundRows`. */
export async function insertRecord(db: Kysely<Schema>, record: NewRecord): Promise<void> {
  await db
    .insertInto('record')
    .values({
      jurisdiction_id: record.jurisdictionId,
      id: record.id,
      project_id: record.projectId,
      organisation_id: record.organisationId ?? null,
      kind: record.kind,
      fiscal_year: record.fiscalYear,
      title: record.title,
      state: record.state,
      version: 1,
      content: JSON.stringify(record.content),
      subject_id: record.subjectId ?? null,
      private_to: record.privateTo ?? null,
      due_on: record.dueOn ?? null,
      state_since: record.now,
      created_at: record.now,
      created_by: record.personId,
    })
    .execute()
}
