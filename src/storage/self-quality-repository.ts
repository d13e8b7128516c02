import { type Kysely, sql } from 'kysely'
import type { EvaluationSelfContent } from '../domain/forms/contents.ts'
import type { Schema } from './schema.ts'

/** A row of a form as far as it tells how carefully the form was filled in. */
export type QualityRow = {
  readonly weight_x100: number
  readonly score_x100: number | null
  readonly computed_x100: number | null
  readonly targetText: string
  readonly actualText: string
  readonly hasFile: boolean
}

/** A project that owes a self-evaluation, with the one it has and the evaluation by others. */
export type QualityProject = {
  readonly projectId: string
  readonly name: string
  readonly unitName: string
  readonly departmentId: string
  readonly departmentName: string
  readonly isClassified: boolean
  readonly light: string | null
  readonly recordId: string | null
  readonly state: string | null
  /** Money, totals and what reviewers wrote; no other text. */
  readonly content: Pick<
    EvaluationSelfContent,
    | 'funds'
    | 'totalScore_x100'
    | 'departmentTotal_x100'
    | 'financeTotal_x100'
    | 'departmentScores'
    | 'financeScores'
    | 'departmentNote'
    | 'financeNote'
  > | null
  readonly rows: readonly QualityRow[]
  readonly isKey: boolean
  /** First and last day of the project, where they are known. */
  readonly periodStart: string | null
  readonly periodEnd: string | null
  /** Years in which a project under this code was evaluated by others. */
  readonly evaluations: readonly number[]
  readonly externalId: string | null
  readonly external_x100: number | null
}

/** From here on the target is approved and the budget arranged: a self-evaluation is owed. */
const OWING = ['monitoring', 'evaluation', 'results', 'closed']
/** The result of an evaluation is final enough to be compared with. */
const EVALUATED = ['finalised', 'confirmed', 'closed', 'filed']

/** Projects of a place and year within the scope, at most 5,000, in the order of department and code. */
export async function findSelfQuality(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string; readonly fiscalYear: number },
): Promise<QualityProject[]> {
  const { rows } = await sql<QualityProject>`
    select p.id as "projectId", p.name, u.name as "unitName", p.department_id as "departmentId",
      d.name as "departmentName", p.is_classified as "isClassified", p.light,
      r.id as "recordId", r.state,
      (select jsonb_object_agg(k.key, k.value) from jsonb_each(r.content) k
        where k.key in ('funds', 'totalScore_x100', 'departmentTotal_x100', 'financeTotal_x100',
          'departmentScores', 'financeScores', 'departmentNote', 'financeNote')) as content,
      coalesce((select jsonb_agg(jsonb_build_object('weight_x100', coalesce(s.weight_x100, 0),
          'score_x100', s.score_x100, 'computed_x100', s.computed_x100,
          'targetText', coalesce(s.content->>'targetText', ''), 'actualText', coalesce(s.content->>'actualText', ''),
          'hasFile', coalesce(jsonb_array_length(nullif(s.content->'evidence', 'null'::jsonb)), 0) > 0)
          order by s.ordinal)
        from score s where s.jurisdiction_id = r.jurisdiction_id and s.record_id = r.id), '[]'::jsonb) as rows,
      p.is_major as "isKey", p.content->>'periodStart' as "periodStart", p.content->>'periodEnd' as "periodEnd",
      array(select distinct q.fiscal_year from project q
        join record v on v.jurisdiction_id = q.jurisdiction_id and v.project_id = q.id
        where q.jurisdiction_id = p.jurisdiction_id and q.code = p.code and q.fiscal_year <= p.fiscal_year
          and v.kind in ('evaluation.finance', 'evaluation.department') and v.state = any(${EVALUATED}::text[])
        order by 1) as evaluations,
      e.id as "externalId", (e.content->>'totalScore_x100')::int as external_x100
    from project p
    join organisation u on u.id = p.unit_id
    join organisation d on d.id = p.department_id
    left join lateral (select id, jurisdiction_id, state, content from record
      where jurisdiction_id = p.jurisdiction_id and project_id = p.id and kind = 'evaluation.self'
      order by created_at desc, id desc limit 1) r on true
    left join lateral (select id, content from record
      where jurisdiction_id = p.jurisdiction_id and project_id = p.id and kind in ('evaluation.finance', 'evaluation.department')
        and state = any(${EVALUATED}::text[])
      order by kind = 'evaluation.finance' desc, created_at desc, id desc limit 1) e on true
    where p.jurisdiction_id = ${where.jurisdictionId} and p.fiscal_year = ${where.fiscalYear}
      and (p.is_classified or r.id is not null or p.status = any(${OWING}::text[]))
    order by d.name, p.code, p.id limit 5000`.execute(db)
  return rows
}
