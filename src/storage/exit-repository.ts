import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

/** A project or policy with a term, the newest of its code or name, and its newest confirmed grade. Money in fen as text. */
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
  readonly grade: string | null
  readonly isPolicy: boolean
}

const DAY = sql.raw(`'^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`)
const dayOf = (field: string) =>
  sql`case when content ->> ${sql.lit(field)} ~ ${DAY} then content ->> ${sql.lit(field)} end`

/** Projects (of every code the newest year up to the given one) and approved policies of a place. */
export async function findTerms(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string; readonly fiscalYear: number },
): Promise<TermRow[]> {
  const { rows } = await sql<TermRow>`
    with newest as (
      select distinct on (code) id, fiscal_year, code, name, department_id, budget_fen, content, jurisdiction_id
      from project where jurisdiction_id = ${where.jurisdictionId} and not is_classified
        and fiscal_year <= ${where.fiscalYear}
      order by code, fiscal_year desc, created_at desc
    ), policies as (
      select distinct on (content ->> 'policyName') id, fiscal_year, content, organisation_id
      from record where jurisdiction_id = ${where.jurisdictionId} and kind = 'targets.policy'
        and state in ('approved', 'published') and fiscal_year <= ${where.fiscalYear}
      order by content ->> 'policyName', fiscal_year desc, created_at desc
    )
    select newest.id as "subjectId", 'project' as kind, fiscal_year as "fiscalYear", newest.code, newest.name, o.name as office,
      budget_fen::text as amount_fen, ${dayOf('periodStart')} as "periodStart", ${dayOf('periodEnd')} as "periodEnd",
      (select e.grade from project e where e.jurisdiction_id = newest.jurisdiction_id and e.code = newest.code
        and e.fiscal_year <= newest.fiscal_year and e.grade is not null and not e.is_classified
        order by e.fiscal_year desc limit 1) as grade,
      coalesce((content ->> 'isPolicy')::boolean, false) as "isPolicy"
    from newest join organisation o on o.id = newest.department_id
    union all
    select policies.id, 'policy', fiscal_year, '', coalesce(content ->> 'policyName', ''), coalesce(o.name, ''),
      coalesce(nullif(content ->> 'total_fen', ''), '0'), ${dayOf('periodStart')}, ${dayOf('periodEnd')}, null, true
    from policies left join organisation o on o.id = policies.organisation_id
    order by 8 nulls last, 5 limit 5000`.execute(db)
  return rows
}

/** Codes and names of projects of later years whose ex-ante evaluation came to a conclusion other than no. */
export async function findEvaluatedAfter(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string; readonly fiscalYear: number },
): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select distinct unnest(array[p.code, p.name]) as key
    from project p join record r on r.jurisdiction_id = p.jurisdiction_id and r.project_id = p.id
    where p.jurisdiction_id = ${where.jurisdictionId} and p.fiscal_year > ${where.fiscalYear} and not p.is_classified
      and r.kind = 'exante.evaluation' and r.state = 'approved'
      and coalesce(case when r.content ->> 'isOverridden' = 'true' then r.content ->> 'overrideDecision'
        else r.content ->> 'decision' end, 'REJECT') <> 'REJECT'`.execute(db)
  return rows.map(({ key }) => key)
}

/** What the decided lists of a place said of each item; the newest first. */
export async function findExitDecisions(
  db: Kysely<Schema>,
  jurisdictionId: string,
): Promise<
  { readonly recordId: string; readonly state: string; readonly items: unknown; readonly since: string }[]
> {
  const { rows } = await sql<{ recordId: string; state: string; items: unknown; since: string }>`
    select id as "recordId", state, content -> 'items' as items, state_since as since from record
    where jurisdiction_id = ${jurisdictionId} and kind = 'results.exitList'
    order by created_at desc, id desc limit 20`.execute(db)
  return rows
}
