import { type Kysely, sql } from 'kysely'
import type { ContentRow } from '../domain/forms/form.ts'
import type { Schema } from './schema.ts'

/** A project or policy with a term, the newest of its code or name, and its newest grade. Money in fen as text. */
export type TermRow = {
  readonly subjectId: string
  readonly kind: 'project' | 'policy'
  readonly fiscalYear: number
  readonly code: string
  readonly name: string
  readonly office: string
  readonly amount_fen: string
  readonly periodStart: string | null
  readonly periodEnd: string | null
  /** Confirmed by the finance bureau about this or an earlier year of the same code. */
  readonly grade: string | null
  readonly isPolicy: boolean
}

const DAY = sql.raw(`'^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`)
const dayOf = (field: string) =>
  sql`case when content ->> ${sql.lit(field)} ~ ${DAY} then content ->> ${sql.lit(field)} end`

/**
 * Projects (of every code the newest year up to the given one) and approved policies of a place that have a term or
 * a grade and were still going on in a year, by their own year or by the end of their term. Should there be more
 * than 5,000, those that went on longest ago are left out. The earliest end first.
 */
export async function findTerms(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string; readonly fiscalYear: number; readonly sinceYear: number },
): Promise<TermRow[]> {
  const { rows } = await sql<TermRow>`
    with newest as (
      select distinct on (code) id, jurisdiction_id, fiscal_year, code, name, department_id, budget_fen, content
      from project where jurisdiction_id = ${where.jurisdictionId} and not is_classified
        and fiscal_year <= ${where.fiscalYear}
      order by code, fiscal_year desc, created_at desc
    ), policies as (
      select distinct on (content ->> 'policyName') id, fiscal_year, content, organisation_id
      from record where jurisdiction_id = ${where.jurisdictionId} and kind = 'targets.policy'
        and state in ('approved', 'published') and fiscal_year <= ${where.fiscalYear}
      order by content ->> 'policyName', fiscal_year desc, created_at desc
    ), terms as (
      select newest.id as "subjectId", 'project' as kind, fiscal_year as "fiscalYear", newest.code, newest.name,
        o.name as office, budget_fen::text as amount_fen, ${dayOf('periodStart')} as "periodStart",
        ${dayOf('periodEnd')} as "periodEnd",
        (select e.grade from project e where e.jurisdiction_id = newest.jurisdiction_id and e.code = newest.code
          and e.fiscal_year <= newest.fiscal_year and e.grade is not null and not e.is_classified
          order by e.fiscal_year desc limit 1) as grade,
        coalesce((content ->> 'isPolicy')::boolean, false) as "isPolicy"
      from newest join organisation o on o.id = newest.department_id
      union all
      select policies.id, 'policy', fiscal_year, '', coalesce(content ->> 'policyName', ''), coalesce(o.name, ''),
        coalesce(nullif(content ->> 'total_fen', ''), '0'), ${dayOf('periodStart')}, ${dayOf('periodEnd')}, null, true
      from policies left join organisation o on o.id = policies.organisation_id
    ), going as (
      select *, greatest("fiscalYear", left("periodEnd", 4)::integer) as last from terms
      where "periodEnd" is not null or grade is not null
    )
    select * from (select * from going where last >= ${where.sinceYear} order by last desc, "subjectId" limit 5000) kept
    order by "periodEnd" nulls last, name, "subjectId"`.execute(db)
  return rows
}

/**
 * Which of these projects and policies were evaluated anew: a project of a later year than theirs, with their code or
 * name, has an approved ex-ante evaluation that came to another conclusion than no. Their own is not a new one.
 */
export async function findReevaluated(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string; readonly subjectIds: readonly string[] },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with asked as (
      select case when text ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then text::uuid end as id
      from unnest(${where.subjectIds}::text[]) text
    ), subject as (
      select id, fiscal_year, code, name from project
      where jurisdiction_id = ${where.jurisdictionId} and id in (select id from asked)
      union all
      select id, fiscal_year, null, content ->> 'policyName' from record
      where jurisdiction_id = ${where.jurisdictionId} and id in (select id from asked) and kind = 'targets.policy'
    )
    select distinct subject.id from subject
    join project p on p.jurisdiction_id = ${where.jurisdictionId} and p.fiscal_year > subject.fiscal_year
      and not p.is_classified and (p.code = subject.code or p.name = subject.name)
    join record r on r.jurisdiction_id = p.jurisdiction_id and r.project_id = p.id
      and r.kind = 'exante.evaluation' and r.state = 'approved'
      and coalesce(case when r.content ->> 'isOverridden' = 'true' then r.content ->> 'overrideDecision'
        else r.content ->> 'decision' end, 'REJECT') <> 'REJECT'`.execute(db)
  return rows.map(({ id }) => id)
}

/** What the newest list of a place that has an item says of it. */
export type ExitEntryRow = {
  readonly subjectId: string
  readonly recordId: string
  readonly state: string
  readonly row: ContentRow
}

/** Of every item that ever stood on a list of the place, its row of the newest one. */
export async function findExitEntries(db: Kysely<Schema>, jurisdictionId: string): Promise<ExitEntryRow[]> {
  const { rows } = await sql<ExitEntryRow>`
    select distinct on (item ->> 'subjectId') item ->> 'subjectId' as "subjectId", r.id as "recordId", r.state, item as row
    from record r cross join lateral jsonb_array_elements(
      case when jsonb_typeof(r.content -> 'items') = 'array' then r.content -> 'items' else '[]' end) item
    where r.jurisdiction_id = ${jurisdictionId} and r.kind = 'results.exitList' and item ->> 'subjectId' is not null
    order by item ->> 'subjectId', r.created_at desc, r.id desc`.execute(db)
  return rows
}
