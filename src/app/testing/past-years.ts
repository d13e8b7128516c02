import type pg from 'pg'

/** Percent of the budget paid by the month of the round, and by the end of a past year. */
export type PastYear = { readonly part: number; readonly end: number }

/**
 * Projects of the year before beside one that exists: same category, each with a concluded round and
 * a confirmed self-evaluation; written past the walls, because only their figures matter.
 * @param owner past every wall
 * @param options.unitId whose they are; the project's own unit when left out
 * @param options.month the month of the round, July when left out
 */
export async function givePastYears(
  owner: pg.Pool,
  projectId: string,
  years: readonly PastYear[],
  options: { readonly unitId?: string; readonly month?: number } = {},
): Promise<void> {
  const { unitId = null, month = 7 } = options
  await owner.query(`update project set content = '{"category": "industry"}' || content where id = $1`, [
    projectId,
  ])
  for (const [index, { part, end }] of years.entries()) {
    await owner.query(
      `with made as (
         insert into project (jurisdiction_id, id, fiscal_year, code, name, unit_id, department_id, status, is_new,
           budget_fen, content, created_at, created_by)
         select jurisdiction_id, gen_random_uuid(), fiscal_year - 1, code || '-' || $2::text || '-' || gen_random_uuid(), '往年项目', coalesce($3::uuid, unit_id),
           department_id, 'closed', false, 10000, content, created_at, created_by from project where id = $1
         returning *),
       round as (
         insert into record (jurisdiction_id, id, project_id, kind, fiscal_year, title, state, content, state_since,
           created_at, created_by)
         select jurisdiction_id, gen_random_uuid(), id, 'monitoring.round', fiscal_year, '监控', 'concluded',
           jsonb_build_object('month', $6::int), created_at, created_at, created_by from made returning *),
       self as (
         insert into record (jurisdiction_id, id, project_id, kind, fiscal_year, title, state, content, state_since,
           created_at, created_by)
         select jurisdiction_id, gen_random_uuid(), id, 'evaluation.self', fiscal_year, '自评', 'confirmed',
           jsonb_build_object('funds', jsonb_build_array(jsonb_build_object('adjusted_fen', '10000', 'executed_fen',
             ($5::int * 100)::text))), created_at, created_at, created_by from made returning id)
       insert into execution (jurisdiction_id, id, record_id, project_id, ordinal, fiscal_year, month, fund, adjusted_fen,
         paid_fen)
       select jurisdiction_id, gen_random_uuid(), id, project_id, 1, fiscal_year, $6::int, 'fiscal', 10000, $4::int * 100 from round`,
      [projectId, index, unitId, part, end, month],
    )
  }
}
