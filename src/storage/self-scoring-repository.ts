import { type Kysely, sql } from 'kysely'
import type {
  EvaluationSelfContent,
  EvaluationSelfScoresRow,
  TargetsSheetIndicatorsRow,
} from '../domain/forms/contents.ts'
import type { Schema } from './schema.ts'

/** What the scores of a form are computed from, and what is stored of them now; nothing else of it. */
export type SelfScoringForm = {
  readonly jurisdictionId: string
  readonly id: string
  readonly state: string
  readonly projectId: string
  readonly title: string
  readonly projectName: string
  /** Moment of the last act; a finished form is computed by the rules of that day. */
  readonly lastActedAt: string | null
  readonly content: EvaluationSelfContent
  /** The target as approved, newest version. */
  readonly indicators: readonly TargetsSheetIndicatorsRow[]
}

type Wanted = { readonly fiscalYear: number; readonly states: readonly string[] }

/** The counties in scope that have such forms: forms are read and computed county by county. */
export async function findSelfScoringPlaces(
  db: Kysely<Schema>,
  { fiscalYear, states }: Wanted,
  jurisdictionId?: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct jurisdiction_id as id from record
    where kind = 'evaluation.self' and fiscal_year = ${fiscalYear} and state = any(${states}::text[])
      and (${jurisdictionId ?? null}::text is null or jurisdiction_id = ${jurisdictionId ?? null})
    order by 1`.execute(db)
  return rows.map((row) => row.id)
}

/**
 * The forms of one county. The rows of a form travel as one text, fields and rows between separators no
 * form can hold: a result row per score, or JSON, would cost more than computing it.
 * @param options.isLocked the forms stay as they are until the transaction ends
 */
export async function readSelfScoring(
  db: Kysely<Schema>,
  jurisdictionId: string,
  { fiscalYear, states }: Wanted,
  options: { readonly isLocked?: boolean } = {},
): Promise<SelfScoringForm[]> {
  const lock = options.isLocked ? sql`for no key update of r` : sql``
  const { rows } = await sql<SelfScoringForm & { readonly scores: string | null }>`
    select r.jurisdiction_id as "jurisdictionId", r.id, r.state, r.project_id as "projectId", r.title,
      p.name as "projectName",
      case when r.state = 'confirmed' then (select max(a.acted_at) from act a
        where a.jurisdiction_id = r.jurisdiction_id and a.record_id = r.id) end as "lastActedAt",
      r.content - '{expectedGoal,actualGoal,problems,measures,executionReason}'::text[] as content,
      (select f.content->'content'->'indicators'
        from record t join frozen f on f.jurisdiction_id = t.jurisdiction_id and f.record_id = t.id
        where t.jurisdiction_id = r.jurisdiction_id and t.project_id = r.project_id and t.kind = 'targets.sheet'
          and f.action in ('approve', 'adjust')
        order by t.created_at desc, t.id desc, f.frozen_at <= r.created_at desc,
          case when f.frozen_at <= r.created_at then -f.number else f.number end limit 1) as indicators,
      (select string_agg(${PACKED_SCORE}, ${sql.lit(ROW_END)} order by s.ordinal)
        from score s where s.jurisdiction_id = r.jurisdiction_id and s.record_id = r.id) as scores
    from record r join project p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.project_id
    where r.jurisdiction_id = ${jurisdictionId} and r.kind = 'evaluation.self' and r.fiscal_year = ${fiscalYear}
      and r.state = any(${states}::text[])
    order by r.id ${lock}`.execute(db)
  return rows.map(({ scores, ...form }) => ({
    ...form,
    indicators: form.indicators ?? [],
    content: { ...form.content, scores: scores === null ? [] : scores.split(ROW_END).map(unpackScore) },
  }))
}

const FIELD_END = '\u001f'
const ROW_END = '\u001e'

/** A missing value is empty text between two separators; words a person typed cannot hold one. */
const PACKED_SCORE = sql`concat_ws(${sql.lit(FIELD_END)}, s.id, s.item_code, coalesce(s.weight_x100::text, ''),
  coalesce(s.score_x100::text, ''), coalesce(s.computed_x100::text, ''), coalesce(s.method, ''),
  coalesce(s.content->>'actual', ''), coalesce(s.content->>'actualDate', ''), coalesce(s.content->>'band', ''),
  coalesce(s.content->>'bandPercent', ''),
  coalesce(translate(s.content->>'actualText', ${sql.lit(FIELD_END + ROW_END)}, ''), ''))`

function unpackScore(packed: string): EvaluationSelfScoresRow {
  const [
    id,
    indicatorId,
    weight,
    score,
    computed,
    method,
    actual,
    actualDate,
    band,
    bandPercent,
    actualText,
  ] = packed.split(FIELD_END)
  return {
    id: id ?? null,
    indicatorId: indicatorId ?? null,
    weight_x100: weight ? Number(weight) : null,
    score_x100: score ? Number(score) : null,
    computedScore_x100: computed ? Number(computed) : null,
    scoringMethod: (method || null) as NonNullable<EvaluationSelfScoresRow['scoringMethod']> | null,
    actual: actual || null,
    actualDate: actualDate || null,
    band: (band || null) as NonNullable<EvaluationSelfScoresRow['band']> | null,
    bandPercent: bandPercent || null,
    actualText: actualText || null,
  }
}

/** Figures of one form that differ from what is stored. */
export type RecomputedForm = {
  readonly jurisdictionId: string
  readonly id: string
  /** The computed fields of the record's content that have a value, as JSON; all others are taken out. */
  readonly figures: string
  readonly scores: readonly {
    readonly id: string
    readonly score_x100: number | null
    readonly computed_x100: number | null
    readonly method: string | null
  }[]
}

/** Ids, numbers and codes need no quoting inside an array; the driver would look at every one of them. */
function arrayText(values: readonly (string | number | null)[]): string {
  return `{${values.map((value) => value ?? 'null').join(',')}}`
}

const COMPUTED_FIELDS = ['executionScore_x100', 'adjustments', 'totalScore_x100', 'grade']

/** Writes new figures: one statement for all scores, one for all forms, however many there are. */
export async function storeRecomputed(
  db: Kysely<Schema>,
  forms: readonly RecomputedForm[],
): Promise<{ readonly forms: number; readonly scores: number }> {
  const scores = forms.flatMap((form) => form.scores)
  const places = forms.flatMap((form) => form.scores.map(() => form.jurisdictionId))
  const written = await sql`
    update score s set score_x100 = t.score_x100, computed_x100 = t.computed_x100, method = t.method,
      recorded_from = now(), recorded_tx = pg_current_xact_id()::text::bigint
    from unnest(${arrayText(places)}::text[], ${arrayText(scores.map((each) => each.id))}::uuid[],
      ${arrayText(scores.map((each) => each.score_x100))}::integer[],
      ${arrayText(scores.map((each) => each.computed_x100))}::integer[],
      ${arrayText(scores.map((each) => each.method))}::text[])
      as t (jurisdiction_id, id, score_x100, computed_x100, method)
    where s.jurisdiction_id = t.jurisdiction_id and s.id = t.id`.execute(db)
  const totals = await sql`
    update record r set content = (r.content - ${COMPUTED_FIELDS}::text[]) || t.figures,
      recorded_from = now(), recorded_tx = pg_current_xact_id()::text::bigint
    from unnest(${arrayText(forms.map((form) => form.jurisdictionId))}::text[],
      ${arrayText(forms.map((form) => form.id))}::uuid[], ${forms.map((form) => form.figures)}::jsonb[])
      as t (jurisdiction_id, id, figures)
    where r.jurisdiction_id = t.jurisdiction_id and r.id = t.id
      and r.content is distinct from (r.content - ${COMPUTED_FIELDS}::text[]) || t.figures`.execute(db)
  return { forms: Number(totals.numAffectedRows ?? 0), scores: Number(written.numAffectedRows ?? 0) }
}
