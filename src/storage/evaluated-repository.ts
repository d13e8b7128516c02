import { type Kysely, sql } from 'kysely'
import type { EvaluationSelfScoresRow } from '../domain/forms/contents.ts'
import type { Schema } from './schema.ts'

/** A row of a confirmed self-evaluation with what its indicator was in the approved target. */
export type EvaluatedRow = {
  readonly recordId: string
  readonly projectId: string
  readonly projectName: string
  readonly jurisdictionId: string
  readonly fiscalYear: number
  readonly libraryId: string | null
  readonly row: EvaluationSelfScoresRow
}

/**
 * Rows of confirmed self-evaluations within the scope whose target was called too low or whose actual
 * value is missing, newest year first, at most 200; rows that already led to a proposal are left out.
 */
export async function findDoubtfulRows(db: Kysely<Schema>, jurisdictionId: string): Promise<EvaluatedRow[]> {
  const { rows } = await sql<EvaluatedRow>`
    select r.id as "recordId", p.id as "projectId", p.name as "projectName", r.jurisdiction_id as "jurisdictionId",
      r.fiscal_year as "fiscalYear", nullif(i.content->>'libraryId', '') as "libraryId",
      s.content || jsonb_build_object('id', s.id, 'weight_x100', s.weight_x100, 'score_x100', s.score_x100) as row
    from record r
    join project p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.project_id
    join score s on s.jurisdiction_id = r.jurisdiction_id and s.record_id = r.id
    left join indicator i on i.jurisdiction_id = r.jurisdiction_id and i.id::text = s.content->>'indicatorId'
    where r.jurisdiction_id = ${jurisdictionId} and r.kind = 'evaluation.self' and r.state = 'confirmed'
      and (s.content->>'overReason' = 'targetTooLow' or coalesce(nullif(s.content->>'actual', ''),
        nullif(s.content->>'actualText', ''), nullif(s.content->>'actualDate', ''), s.content->>'band') is null)
      and not exists (select 1 from record c where c.jurisdiction_id = r.jurisdiction_id
        and c.kind = 'targets.libraryChange' and c.content->>'evaluationRowId' = s.id::text)
    order by r.fiscal_year desc, r.id, s.ordinal limit 200`.execute(db)
  return rows
}
