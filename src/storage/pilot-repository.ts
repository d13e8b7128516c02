import { type Kysely, sql } from 'kysely'
import type { Content } from '../domain/forms/form.ts'
import type { Candidate } from '../domain/pilot/compute/index.ts'
import type { Schema } from './schema.ts'

export type StoredProgramme = {
  readonly recordId: string
  readonly content: Content
  readonly approvedOn: string
}

/** The version of the pilot's programme in force on a day; told to everybody who is signed in. */
export async function findProgramme(db: Kysely<Schema>, day: string): Promise<StoredProgramme | undefined> {
  const { rows } = await sql<StoredProgramme>`
    select record_id as "recordId", content, to_char(approved_on, 'YYYY-MM-DD') as "approvedOn"
    from pilot_programme(${day}::date)`.execute(db)
  return rows[0]
}

export type CandidateRow = Candidate & {
  readonly unitName: string
  readonly isPilot: boolean
  /** The recommendation, where it has been begun. */
  readonly selectionId: string | null
  readonly selectionState: string | null
}

/**
 * All projects of a place and year that could be chosen, with what the ranking asks of them: a rank among some
 * of them would be no rank. Conditions count
 * only where their evidence is written down.
 */
export async function findCandidates(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string; readonly fiscalYear: number },
): Promise<CandidateRow[]> {
  const { rows } = await sql<CandidateRow>`
    select p.id as "projectId", p.name, unit.name as "unitName", p.budget_fen::text as "budget_fen", p.is_new as "isNew",
      p.is_major as "isMajor", p.is_pilot as "isPilot", p.grade, p.light, s.id as "selectionId",
      s.state as "selectionState", case when s.id is not null then (
        select coalesce(jsonb_agg(c ->> 'criterion'), '[]'::jsonb) from jsonb_array_elements(
          case when jsonb_typeof(s.content -> 'criteria') = 'array' then s.content -> 'criteria' else '[]'::jsonb end) c
        where (c ->> 'isMet')::boolean and btrim(coalesce(c ->> 'evidence', '')) <> '') end as conditions
    from project p
    join organisation unit on unit.id = p.unit_id
    left join lateral (
      select r.id, r.state, r.content from record r
      where r.jurisdiction_id = p.jurisdiction_id and r.project_id = p.id and r.kind = 'pilot.selection'
      order by r.created_at desc limit 1) s on true
    where p.jurisdiction_id = ${where.jurisdictionId} and p.fiscal_year = ${where.fiscalYear}::integer
    order by p.created_at, p.id`.execute(db)
  return rows
}

export type RegisterRow = {
  readonly recordId: string
  readonly jurisdictionId: string
  readonly jurisdictionName: string
  readonly kind: string
  readonly state: string
  readonly title: string
  readonly dueOn: string | null
  readonly createdOn: string
  readonly content: Content
  readonly organisationName: string | null
}

/** Records of the kinds named, newest first, of one place or of all the reader's scope reaches; one statement. */
export async function findRegisterRows(
  db: Kysely<Schema>,
  kinds: readonly string[],
  jurisdictionId?: string,
): Promise<RegisterRow[]> {
  const { rows } = await sql<RegisterRow>`
    select r.id as "recordId", r.jurisdiction_id as "jurisdictionId", j.name as "jurisdictionName", r.kind, r.state,
      r.title, r.due_on as "dueOn", to_char(r.created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "createdOn",
      r.content, o.name as "organisationName"
    from record r join jurisdiction j on j.id = r.jurisdiction_id
    left join organisation o on o.id = r.organisation_id
    where r.kind = any(${[...kinds]}::text[])
      and (${jurisdictionId ?? null}::text is null or r.jurisdiction_id = ${jurisdictionId ?? null}::text)
    order by r.created_at desc, r.id desc
    limit 2000`.execute(db)
  return rows
}

/** How many publicity activities are registered, and how many people they reached together. */
export type PublicitySum = { readonly activities: number; readonly people: number }

/**
 * The registered publicity activities of a place, or of all the reader's scope reaches, summed by the database.
 * @param where.until ISO instant: only what was registered by then
 */
export async function sumPublicity(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId?: string; readonly until?: string } = {},
): Promise<PublicitySum> {
  const [place, until] = [where.jurisdictionId ?? null, where.until ?? null]
  const { rows } = await sql<PublicitySum>`
    select count(*)::integer as activities, coalesce(sum((r.content ->> 'people')::numeric), 0)::float8 as people
    from record r where r.kind = 'pilot.publicity' and r.state = 'registered'
      and (${place}::text is null or r.jurisdiction_id = ${place}::text)
      and (${until}::timestamptz is null or r.state_since <= ${until}::timestamptz)`.execute(db)
  return rows[0] ?? { activities: 0, people: 0 }
}

export type PublishedRank = {
  readonly publishedOn: string
  readonly rank: number
  readonly places: number
  readonly isTied: boolean
  readonly total_x100: number
  readonly lines: readonly {
    readonly id: string
    readonly label: string
    readonly weight_x100: number
    readonly points_x100: number
    readonly why: string
  }[]
  readonly source: string
}

/** The newest rank that was published for a place. */
export async function findPublishedRank(
  db: Kysely<Schema>,
  jurisdictionId: string,
): Promise<PublishedRank | undefined> {
  const { rows } = await sql<PublishedRank>`
    select to_char(published_on, 'YYYY-MM-DD') as "publishedOn", rank, places, is_tied as "isTied", total_x100, lines, source
    from pilot_ranking where jurisdiction_id = ${jurisdictionId} order by recorded_at desc, id desc limit 1`.execute(
    db,
  )
  return rows[0]
}

/** Publishes a ranking, one row a place, in one statement. */
export async function insertRanking(
  db: Kysely<Schema>,
  rows: readonly {
    readonly jurisdiction_id: string
    readonly id: string
    readonly published_on: string
    readonly published_by: string
    readonly rank: number
    readonly places: number
    readonly is_tied: boolean
    readonly total_x100: number
    readonly lines: PublishedRank['lines']
    readonly source: string
  }[],
): Promise<void> {
  await sql`
    insert into pilot_ranking (jurisdiction_id, id, published_on, published_by, rank, places, is_tied, total_x100, lines, source)
    select jurisdiction_id, id, published_on, published_by, rank, places, is_tied, total_x100, lines, source
    from jsonb_populate_recordset(null::pilot_ranking, ${JSON.stringify(rows)}::jsonb)`.execute(db)
}

export type BoundaryFile = { readonly name: string; readonly uploadedOn: string; readonly content: unknown }

/** The newest boundary file of the region, where one was handed in. */
export async function findBoundaryFile(db: Kysely<Schema>): Promise<BoundaryFile | undefined> {
  const { rows } = await sql<BoundaryFile>`
    select name, to_char(uploaded_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "uploadedOn", content
    from boundary_file order by uploaded_at desc, id desc limit 1`.execute(db)
  return rows[0]
}

export async function insertBoundaryFile(
  db: Kysely<Schema>,
  row: {
    readonly jurisdiction_id: string
    readonly id: string
    readonly name: string
    readonly content: unknown
    readonly sha256: string
    readonly uploaded_at: string
    readonly uploaded_by: string
  },
): Promise<void> {
  await sql`insert into boundary_file (jurisdiction_id, id, name, content, sha256, uploaded_at, uploaded_by)
    values (${row.jurisdiction_id}, ${row.id}, ${row.name}, ${JSON.stringify(row.content)}::jsonb, ${row.sha256},
      ${row.uploaded_at}::timestamptz, ${row.uploaded_by})`.execute(db)
}
