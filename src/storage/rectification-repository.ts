import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

/** A task of a 整改通知 whose day is over. */
export type OverdueTaskRow = {
  readonly recordId: string
  readonly projectId: string
  readonly projectName: string
  readonly jurisdictionId: string
  readonly jurisdictionName: string
  readonly recordTitle: string
  readonly fiscalYear: number
  readonly state: string
  readonly since: string
  readonly planDueOn: string | null
  readonly completionDueOn: string | null
  readonly amount_fen: string | null
}

/** Tasks in these states whose term ended before a day, longest overdue first. At most 200. */
export async function findOverdueTasks(
  db: Kysely<Schema>,
  where: { readonly states: readonly string[]; readonly before: string },
): Promise<OverdueTaskRow[]> {
  const { rows } = await sql<OverdueTaskRow>`
    select r.id as "recordId", p.id as "projectId", p.name as "projectName", r.jurisdiction_id as "jurisdictionId",
      j.name as "jurisdictionName", r.title as "recordTitle", r.fiscal_year as "fiscalYear", r.state,
      r.state_since as since, r.content ->> 'planDueOn' as "planDueOn",
      r.content ->> 'completionDueOn' as "completionDueOn", p.budget_fen::text as amount_fen
    from record r
    join project p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.project_id
    join jurisdiction j on j.id = r.jurisdiction_id
    where r.kind = 'results.task' and r.state = any(${where.states}::text[])
      and least(r.content ->> 'planDueOn', r.content ->> 'completionDueOn') < ${where.before}
    order by r.content ->> 'completionDueOn', r.id limit 200`.execute(db)
  return rows
}
