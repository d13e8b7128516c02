import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

/** What is known of a project that may ask for money in a budget year; money in fen as text. */
export type CandidateRow = {
  readonly projectId: string
  readonly fiscalYear: number
  readonly code: string
  readonly name: string
  readonly unitName: string
  readonly departmentId: string
  readonly departmentName: string
  readonly isNew: boolean
  readonly content: unknown
  readonly budget_fen: string
  /** Asked for by the project of the budget year itself, where that one is entered already. */
  readonly requested_fen: string | null
  readonly score_x100: number | null
  readonly grade: string | null
  readonly scoreFrom: 'finance' | 'department' | 'self' | null
  /** Of the project the evaluation is about; null where there is none. */
  readonly evaluatedYear: number | null
  /** The newest decision about this or an earlier year of it, decided or not. */
  readonly decision: unknown
  readonly decisionState: string | null
  readonly decisionYear: number | null
}

/**
 * Projects of the year before that may go on, each with what its successor of the budget year asks for, and
 * projects that are new in the budget year. A successor has the code of the year before. The year before is not
 * evaluated when its successor asks for money, so score and decision are the newest of the same code: by year, then
 * the finance bureau's, the department's and the unit's own evaluation, as far as it is confirmed. Nothing classified.
 * @param where.countsSelf whether a self-evaluation gives a score at all
 */
export async function findCandidates(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string; readonly budgetYear: number; readonly countsSelf: boolean },
): Promise<CandidateRow[]> {
  const { rows } = await sql<CandidateRow>`
    with chosen as (
      select p.*, null::uuid as successor from project p
      where p.jurisdiction_id = ${where.jurisdictionId} and p.fiscal_year = ${where.budgetYear - 1} and not p.is_classified
      union all
      select n.*, n.id from project n
      where n.jurisdiction_id = ${where.jurisdictionId} and n.fiscal_year = ${where.budgetYear} and not n.is_classified
        and not exists (select 1 from project b where b.jurisdiction_id = n.jurisdiction_id
          and b.fiscal_year = n.fiscal_year - 1 and b.code = n.code and not b.is_classified)
    )
    select p.id as "projectId", p.fiscal_year as "fiscalYear", p.code, p.name, unit.name as "unitName",
      p.department_id as "departmentId", department.name as "departmentName", p.is_new as "isNew", p.content,
      p.budget_fen::text as budget_fen, asked.requested_fen, evaluation.score_x100, evaluation.grade,
      evaluation.score_from as "scoreFrom", evaluation.fiscal_year as "evaluatedYear",
      decision.content as decision, decision.state as "decisionState", decision.fiscal_year as "decisionYear"
    from chosen p
    join organisation unit on unit.id = p.unit_id
    join organisation department on department.id = p.department_id
    left join lateral (
      select coalesce(nullif(line.content ->> 'requested_fen', ''), nullif(next.content ->> 'annual_fen', '')) as requested_fen
      from project next left join record line on line.jurisdiction_id = next.jurisdiction_id
        and line.project_id = next.id and line.kind = 'project.budgetLine'
      where next.jurisdiction_id = p.jurisdiction_id and not next.is_classified
        and ((p.successor is null and next.fiscal_year = ${where.budgetYear} and next.code = p.code) or next.id = p.successor)
      order by line.created_at desc nulls last limit 1) asked on true
    left join lateral (
      select (r.content ->> 'totalScore_x100')::integer as score_x100, r.content ->> 'grade' as grade,
        substr(r.kind, 12) as score_from, e.fiscal_year
      from project e join record r on r.jurisdiction_id = e.jurisdiction_id and r.project_id = e.id
      where e.jurisdiction_id = p.jurisdiction_id and e.code = p.code and e.fiscal_year <= p.fiscal_year
        and p.successor is null and not e.is_classified
        and ((r.kind = 'evaluation.finance' and r.state in ('confirmed', 'closed'))
          or (r.kind = 'evaluation.department' and r.state in ('confirmed', 'filed'))
          or (${where.countsSelf} and r.kind = 'evaluation.self' and r.state = 'confirmed'))
        and r.content ->> 'totalScore_x100' ~ '^[0-9]{1,5}$'
      order by e.fiscal_year desc,
        array_position(array['evaluation.finance', 'evaluation.department', 'evaluation.self'], r.kind),
        r.created_at desc, r.id desc limit 1) evaluation on true
    left join lateral (
      select r.content, r.state, e.fiscal_year
      from project e join record r on r.jurisdiction_id = e.jurisdiction_id and r.project_id = e.id
      where e.jurisdiction_id = p.jurisdiction_id and e.code = p.code and e.fiscal_year <= p.fiscal_year
        and not e.is_classified and r.kind = 'results.budgetDecision'
      order by e.fiscal_year desc, r.created_at desc, r.id desc limit 1) decision on true
    order by department.name, p.code, p.id limit 5000`.execute(db)
  return rows
}
