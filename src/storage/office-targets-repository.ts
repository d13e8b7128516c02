import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

/** Projects of a department in a year, each with the content of its newest target that was not refused. */
export async function findOfficeProjects(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string; readonly departmentId: string; readonly fiscalYear: number },
): Promise<{ readonly code: string; readonly name: string; readonly target: unknown }[]> {
  const { rows } = await sql<{ code: string; name: string; target: unknown }>`
    select p.code, p.name, (select r.content from record r where r.jurisdiction_id = p.jurisdiction_id
        and r.project_id = p.id and r.kind = 'targets.sheet' and r.state <> 'refused'
        order by r.created_at desc, r.id desc limit 1) as target
    from project p
    where p.jurisdiction_id = ${where.jurisdictionId} and p.department_id = ${where.departmentId}::uuid
      and p.fiscal_year = ${where.fiscalYear} and not p.is_classified
    order by p.code limit 100`.execute(db)
  return rows
}

/** Targets that offices set for themselves, by office. */
export async function findOfficeTargets(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string; readonly fiscalYear: number; readonly kinds: readonly string[] },
): Promise<
  {
    readonly recordId: string
    readonly kind: string
    readonly organisationId: string
    readonly organisationName: string
    readonly policyName: string | null
    readonly amount_fen: string | null
    readonly state: string
    readonly dueOn: string | null
  }[]
> {
  const { rows } = await sql<never>`
    select r.id as "recordId", r.kind, r.organisation_id as "organisationId", o.name as "organisationName",
      r.content ->> 'policyName' as "policyName", r.content ->> 'total_fen' as amount_fen, r.state, r.due_on as "dueOn"
    from record r join organisation o on o.id = r.organisation_id
    where r.jurisdiction_id = ${where.jurisdictionId} and r.fiscal_year = ${where.fiscalYear}
      and r.kind = any(${where.kinds}::text[])
    order by o.name, r.kind, r.created_at, r.id limit 500`.execute(db)
  return rows
}
