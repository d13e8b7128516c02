import type { World } from './world.ts'

/** Percent of the budget paid by July and by the end of a past year. */
export type PastYear = { readonly july: number; readonly end: number }

/**
 * Projects of the year before beside one that exists: same category, each with a concluded round of July and
 * a confirmed self-evaluation; written past the walls, because only their figures matter.
 * @param options.unit whose they are; `unit2` is not seen by `unit`
 */
export async function givePastYears(
  world: World,
  projectId: string,
  years: readonly PastYear[],
  options: { readonly unit?: 'unit' | 'unit2' } = {},
): Promise<void> {
  const unit = world.people[options.unit ?? 'unit2'].organisationId
  await world.owner.query(
    `update project set content = content || '{"category": "industry"}' where id = $1`,
    [projectId],
  )
  for (const [index, { july, end }] of years.entries()) {
    await world.owner.query(
      `with made as (
         insert into project (jurisdiction_id, id, fiscal_year, code, name, unit_id, department_id, status, is_new,
           budget_fen, content, created_at, created_by)
         select jurisdiction_id, gen_random_uuid(), fiscal_year - 1, code || '-' || $2::text || '-' || gen_random_uuid(), '往年项目', $3::uuid,
           department_id, 'closed', false, 10000, content, created_at, created_by from project where id = $1
         returning *),
       round as (
         insert into record (jurisdiction_id, id, project_id, kind, fiscal_year, title, state, content, state_since,
           created_at, created_by)
         select jurisdiction_id, gen_random_uuid(), id, 'monitoring.round', fiscal_year, '监控', 'concluded',
           '{"month": 7}', created_at, created_at, created_by from made returning *),
       self as (
         insert into record (jurisdiction_id, id, project_id, kind, fiscal_year, title, state, content, state_since,
           created_at, created_by)
         select jurisdiction_id, gen_random_uuid(), id, 'evaluation.self', fiscal_year, '自评', 'confirmed',
           jsonb_build_object('funds', jsonb_build_array(jsonb_build_object('adjusted_fen', '10000', 'executed_fen',
             ($5::int * 100)::text))), created_at, created_at, created_by from made returning id)
       insert into execution (jurisdiction_id, id, record_id, project_id, ordinal, fiscal_year, month, fund, adjusted_fen,
         paid_fen)
       select jurisdiction_id, gen_random_uuid(), id, project_id, 1, fiscal_year, 7, 'fiscal', 10000, $4::int * 100 from round`,
      [projectId, index, unit, july, end],
    )
  }
}
