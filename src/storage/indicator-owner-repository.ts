import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

/** Somebody with a post in a unit. */
export type Colleague = { readonly id: string; readonly name: string; readonly title: string }

/** People with a post in an organisation on a day, by name; each once. */
export async function findColleagues(
  db: Kysely<Schema>,
  organisationId: string,
  on: string,
): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    select person.id, person.name, min(post.title) as title from post
    join person on person.id = post.person_id
    where post.organisation_id = ${organisationId}::uuid and post.valid_from <= ${on}::date
      and (post.valid_to is null or post.valid_to >= ${on}::date)
    group by person.id, person.name order by person.name, person.id`.execute(db)
  return rows
}

/** An indicator of a declared target and who answers for it now. */
export type IndicatorInHand = {
  readonly jurisdictionId: string
  readonly indicatorId: string
  readonly recordId: string
  readonly recordTitle: string
  readonly projectId: string
  readonly projectName: string
  readonly unitId: string
  readonly fiscalYear: number
  readonly name: string
  /** The person who answers; nothing where only words, or nobody, are on record. */
  readonly personId: string | null
  readonly personName: string | null
  /** Whether the person has a post in the project's unit on that day. */
  readonly isLiving: boolean
}

const HAS_POST = (on: string) => sql`exists (select 1 from post where post.person_id = h.person_id
  and post.organisation_id = h.unit_id and post.valid_from <= ${on}::date
  and (post.valid_to is null or post.valid_to >= ${on}::date))`

/**
 * Indicators of declared targets that the scope reaches, project by project.
 * @param where.isOrphaned only those whose owner has no post in the unit on the day; at most 500
 */
export async function findIndicatorsInHand(
  db: Kysely<Schema>,
  where: { readonly on: string; readonly isOrphaned?: boolean; readonly recordId?: string },
): Promise<IndicatorInHand[]> {
  const { rows } = await sql<IndicatorInHand>`
    select h.jurisdiction_id as "jurisdictionId", h.indicator_id as "indicatorId", h.record_id as "recordId",
      h.record_title as "recordTitle", h.project_id as "projectId", h.project_name as "projectName",
      h.unit_id as "unitId", h.fiscal_year as "fiscalYear", h.name, h.person_id as "personId",
      coalesce(person.name, h.named) as "personName", ${HAS_POST(where.on)} as "isLiving"
    from indicator_in_hand h left join person on person.id = h.person_id
    where (${where.recordId ?? null}::uuid is null or h.record_id = ${where.recordId ?? null}::uuid)
      and (not ${where.isOrphaned ?? false}::boolean or not ${HAS_POST(where.on)})
    order by h.project_name, h.record_id, h.ordinal, h.indicator_id limit 500`.execute(db)
  return rows
}

/** Sheets with orphaned indicators, one line each, for the to-do list of their unit. */
export async function countOrphans(
  db: Kysely<Schema>,
  on: string,
): Promise<
  {
    readonly recordId: string
    readonly jurisdictionId: string
    readonly jurisdictionName: string
    readonly projectId: string
    readonly projectName: string
    readonly recordTitle: string
    readonly since: string
    readonly count: number
  }[]
> {
  const { rows } = await sql<never>`
    select h.record_id as "recordId", h.jurisdiction_id as "jurisdictionId", j.name as "jurisdictionName",
      h.project_id as "projectId", h.project_name as "projectName", h.record_title as "recordTitle",
      max(coalesce((select max(post.valid_to) + 1 from post where post.person_id = h.person_id
        and post.organisation_id = h.unit_id), r.created_at::date))::text as since, count(*)::integer as count
    from indicator_in_hand h join jurisdiction j on j.id = h.jurisdiction_id
    join record r on r.jurisdiction_id = h.jurisdiction_id and r.id = h.record_id
    where not ${HAS_POST(on)}
    group by h.record_id, h.jurisdiction_id, j.name, h.project_id, h.project_name, h.record_title
    order by h.project_name, h.record_id limit 200`.execute(db)
  return rows
}

/** Notes who answers for indicators from now on. */
export async function insertOwners(
  db: Kysely<Schema>,
  rows: readonly {
    readonly jurisdiction_id: string
    readonly id: string
    readonly project_id: string
    readonly record_id: string
    readonly indicator_id: string
    readonly person_id: string
    readonly reason: string
    readonly changed_at: string
    readonly changed_by: string
  }[],
): Promise<void> {
  await sql`insert into indicator_owner (jurisdiction_id, id, project_id, record_id, indicator_id, person_id,
      reason, changed_at, changed_by)
    select jurisdiction_id, id, project_id, record_id, indicator_id, person_id, reason, changed_at, changed_by
    from jsonb_populate_recordset(null::indicator_owner, ${JSON.stringify(rows)}::jsonb)`.execute(db)
}
