import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { ProgressRecord } from './cockpit-repository.ts'
import type { Schema } from './schema.ts'

/** What somebody in the reading room looked at, for the audit trail: one row in the statement that reads. */
export type Reading = {
  readonly id: string
  readonly useCase: string
  readonly title: string
  readonly jurisdictionId: string
  readonly personId: string
  readonly postId: string
  readonly role: string
  readonly subjectKind: string
  readonly subjectId: string | null
  readonly asked: readonly { readonly field: string; readonly from: null; readonly to: unknown }[]
}

/** The audit row of a reading as a part of the statement that answers it. */
export function noteOf(reading: Reading): RawBuilder<unknown> {
  return sql`noted as (
    insert into audit (id, jurisdiction_id, person_id, post_id, role, use_case, title, outcome, subject_kind, subject_id, changes)
    values (${reading.id}, ${reading.jurisdictionId}, ${reading.personId}, ${reading.postId}, ${reading.role},
      ${reading.useCase}, ${reading.title}, 'done', ${reading.subjectKind}, ${reading.subjectId}, ${JSON.stringify(reading.asked)}::jsonb))`
}

/** Notes a reading that is answered by other statements. */
export async function noteReading(db: Kysely<Schema>, reading: Reading): Promise<void> {
  await sql`with ${noteOf(reading)} select`.execute(db)
}

/** The moment a day ends, as rows were recorded; see migration 0091. */
export async function findMomentOf(
  db: Kysely<Schema>,
  { jurisdictionId, day }: { readonly jurisdictionId: string; readonly day: string },
): Promise<string> {
  const { rows } = await sql<{ moment: string }>`
    select to_char(moment_of_day(${jurisdictionId}, ${day}::date) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as moment`.execute(
    db,
  )
  return rows[0]?.moment ?? '1970-01-01T00:00:00Z'
}

/** What a project showed at a moment; money is fen text. */
export type ProjectThen = {
  readonly name: string
  readonly unitName: string
  readonly departmentName: string
  readonly status: string
  readonly isNew: boolean
  readonly isClassified: boolean
  readonly isPilot: boolean
  readonly budget_fen: string
  readonly paid_fen: string | null
  readonly light: string | null
  readonly grade: string | null
  readonly indicators: number
  readonly score_x100: number | null
  readonly decision: { readonly measure: string | null; readonly next_fen: string | null } | null
  readonly tasks: number
  readonly verified: number
  readonly records: readonly (ProgressRecord & { readonly title: string; readonly version: number })[]
  readonly documents: readonly {
    readonly recordId: string
    readonly title: string
    readonly number: string
    readonly on: string
  }[]
}

export type ProjectThenAndNow = {
  readonly id: string
  readonly code: string
  /** Nothing where the project did not exist yet. */
  readonly past: ProjectThen | null
  readonly present: ProjectThen
}

/** How a project shows from one set of tables: the present ones, or the same as of a moment. */
function projectFrom(tables: {
  readonly project: RawBuilder<unknown>
  readonly record: RawBuilder<unknown>
  readonly indicator: RawBuilder<unknown>
  readonly execution: RawBuilder<unknown>
  readonly place: string
  readonly year: number
}): RawBuilder<unknown> {
  const { place, year } = tables
  return sql`
    select p.id, p.code, p.created_at, jsonb_build_object('name', p.name, 'unitName', unit.name,
      'departmentName', department.name, 'status', p.status, 'isNew', p.is_new, 'isClassified', p.is_classified,
      'isPilot', p.is_pilot, 'budget_fen', p.budget_fen::text, 'light', p.light, 'grade', p.grade,
      'paid_fen', paid.paid, 'indicators', coalesce(counted.count, 0),
      'score_x100', own.score, 'decision', own.decision, 'tasks', coalesce(own.tasks, 0),
      'verified', coalesce(own.verified, 0), 'records', coalesce(own.list, '[]'::jsonb),
      'documents', coalesce(own.documents, '[]'::jsonb)) as seen
    from ${tables.project} p
    join organisation unit on unit.id = p.unit_id
    join organisation department on department.id = p.department_id
    left join (
      select r.project_id, count(*) filter (where r.kind = 'results.task')::integer as tasks,
        count(*) filter (where r.kind = 'results.task' and r.state = 'verified')::integer as verified,
        (array_agg(r.content->'totalScore_x100' order by r.created_at desc)
          filter (where r.kind = 'evaluation.finance' and r.state in ('confirmed', 'closed')))[1] as score,
        (array_agg(jsonb_build_object('measure', r.content->'measure', 'next_fen', r.content->'next_fen') order by r.created_at desc)
          filter (where r.kind = 'results.budgetDecision' and r.state = 'decided'))[1] as decision,
        jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'title', r.title, 'state', r.state,
          'version', r.version, 'stateSince', to_char(r.state_since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'dueOn', r.due_on, 'stage', r.content->>'stage', 'isCarriedOut', r.content->'isCarriedOut',
          'missingReason', r.content->>'missingReason',
          'problemCount', case when jsonb_typeof(r.content->'problems') = 'array'
            then jsonb_array_length(r.content->'problems') end) order by r.created_at, r.id) as list,
        (select jsonb_agg(jsonb_build_object('recordId', a.record_id, 'title', d.title, 'number', a.document_number,
            'on', to_char(a.acted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')) order by a.acted_at, a.id)
          from act a join lateral (select q.title, q.version from ${tables.record} q
            where q.jurisdiction_id = a.jurisdiction_id and q.id = a.record_id) d on a.version <= d.version
          where a.jurisdiction_id = ${place} and a.project_id = r.project_id and a.document_number is not null) as documents
      from ${tables.record} r
      where r.jurisdiction_id = ${place} and r.fiscal_year = ${year} and r.project_id is not null
        and r.kind <> 'exante.scoreSheet'
      group by r.project_id
    ) own on own.project_id = p.id
    left join (
      select i.project_id, count(*)::integer as count from ${tables.indicator} i
      join ${tables.record} s on s.jurisdiction_id = i.jurisdiction_id and s.id = i.record_id and s.kind = 'targets.sheet'
      where i.jurisdiction_id = ${place} group by i.project_id
    ) counted on counted.project_id = p.id
    left join lateral (
      select sum(e.paid_fen)::text as paid from ${tables.execution} e
      where e.jurisdiction_id = p.jurisdiction_id and e.project_id = p.id and e.paid_fen is not null
      group by e.fiscal_year, e.month order by e.fiscal_year desc, e.month desc limit 1
    ) paid on true
    where p.jurisdiction_id = ${place} and p.fiscal_year = ${year}`
}

/**
 * A place's programme as it stood at a moment, each project beside what it is today, and the audit row of
 * whoever asked; one statement. Both halves are cut to the present scope of the reader.
 */
export async function readPlaceAsOf(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string; readonly fiscalYear: number; readonly moment: string },
  reading: Reading,
): Promise<ProjectThenAndNow[]> {
  const { jurisdictionId: place, fiscalYear: year, moment } = where
  const past = (table: string) => sql`${sql.ref(`${table}_as_of`)}(${moment}::timestamptz)`
  const { rows } = await sql<ProjectThenAndNow>`
    with ${noteOf(reading)},
    then_seen as (${projectFrom({
      ...{ project: past('project'), record: past('record'), indicator: past('indicator') },
      ...{ execution: past('execution'), place, year },
    })}),
    now_seen as (${projectFrom({
      ...{ project: sql`project`, record: sql`record`, indicator: sql`indicator` },
      ...{ execution: sql`execution`, place, year },
    })})
    select now_seen.id, now_seen.code, then_seen.seen as past, now_seen.seen as present
    from now_seen left join then_seen on then_seen.id = now_seen.id
    order by now_seen.created_at, now_seen.id`.execute(db)
  return rows
}

export type ChangeSince = {
  readonly at: string | null
  readonly title: string
  readonly role: string | null
  readonly personName: string | null
  readonly organisationName: string | null
  readonly fields: readonly string[]
}

/** Who changed a record after a moment and by which act, oldest first. */
export async function findChangesSince(
  db: Kysely<Schema>,
  recordId: string,
  moment: string,
): Promise<ChangeSince[]> {
  const { rows } = await sql<ChangeSince>`
    select at, title, role, person_name as "personName", organisation_name as "organisationName", fields
    from changes_since(${recordId}, ${moment}::timestamptz)`.execute(db)
  return rows
}

/** The evidence of a record as it was filed at a moment. */
export async function findEvidenceAsOf(
  db: Kysely<Schema>,
  recordId: string,
  moment: string,
): Promise<
  { id: string; name: string; mediaType: string; size_bytes: string; uploadedAt: string; places: string[] }[]
> {
  const { rows } = await sql<{
    id: string
    name: string
    mediaType: string
    size_bytes: string
    uploadedAt: string
    places: string[]
  }>`
    select a.id, a.name, a.media_type as "mediaType", a.size_bytes::text as size_bytes, a.uploaded_at as "uploadedAt",
      array_agg(e.place order by e.place) as places
    from evidence_as_of(${moment}::timestamptz) e
    join attachment a on a.jurisdiction_id = e.jurisdiction_id and a.id = e.attachment_id
    where e.record_id = ${recordId}
    group by a.jurisdiction_id, a.id, a.name, a.media_type, a.size_bytes, a.uploaded_at
    order by a.uploaded_at, a.id`.execute(db)
  return rows
}
