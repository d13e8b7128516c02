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
 * The forms of one county. The rows of a form travel as one JSON text that PostgreSQL puts together from
 * the columns themselves: a result row per score would cost more than computing it.
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
          and f.action = 'approve'
        order by t.created_at desc, t.id desc, f.number desc limit 1) as indicators,
      (select string_agg(${SCORE_AS_JSON}, ',' order by s.ordinal)
        from score s where s.jurisdiction_id = r.jurisdiction_id and s.record_id = r.id) as scores
    from record r join project p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.project_id
    where r.jurisdiction_id = ${jurisdictionId} and r.kind = 'evaluation.self' and r.fiscal_year = ${fiscalYear}
      and r.state = any(${states}::text[]) ${lock}`.execute(db)
  return rows.map(({ scores, ...form }) => ({
    ...form,
    indicators: form.indicators ?? [],
    content: { ...form.content, scores: (JSON.parse(`[${scores ?? ''}]`) as PackedScore[]).map(unpackScore) },
  }))
}

const SCORE_FIELDS = [
  'indicatorId',
  'computedScore_x100',
  'scoringMethod',
  'actual',
  'actualText',
  'actualDate',
  'band',
  'bandPercent',
] as const

/** Values out of jsonb are JSON already, so that nothing a person typed can break the text. */
const SCORE_AS_JSON = sql`concat('["', s.id, '",', coalesce(s.weight_x100::text, 'null'), ',',
  coalesce(s.score_x100::text, 'null'), ',', ${sql.join(
    SCORE_FIELDS.map((field) => sql`coalesce((s.content->${sql.lit(field)})::text, 'null')`),
    sql`, ',', `,
  )}, ']')`

type PackedScore = readonly [
  id: string,
  weight_x100: number | null,
  score_x100: number | null,
  ...fields: (string | number | null)[],
]

function unpackScore([id, weight_x100, score_x100, ...fields]: PackedScore): EvaluationSelfScoresRow {
  const row: Record<string, unknown> = { id, weight_x100, score_x100 }
  for (let i = 0; i < SCORE_FIELDS.length; i += 1) row[SCORE_FIELDS[i] as string] = fields[i]
  return row
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

/** The tables that collect what is to be written; they end with the transaction. */
export async function openRecomputed(db: Kysely<Schema>): Promise<void> {
  await sql`create temporary table recomputed_form (jurisdiction_id text, id uuid, figures jsonb) on commit drop`.execute(
    db,
  )
  await sql`create temporary table recomputed_score (jurisdiction_id text, id uuid, score_x100 integer,
    computed_x100 integer, method text) on commit drop`.execute(db)
}

export async function addRecomputed(db: Kysely<Schema>, forms: readonly RecomputedForm[]): Promise<void> {
  const scores = forms.flatMap((form) => form.scores)
  const places = forms.flatMap((form) => form.scores.map(() => form.jurisdictionId))
  await sql`insert into recomputed_form select * from unnest(${forms.map((form) => form.jurisdictionId)}::text[],
    ${forms.map((form) => form.id)}::uuid[], ${forms.map((form) => form.figures)}::jsonb[])`.execute(db)
  await sql`insert into recomputed_score select * from unnest(${places}::text[], ${scores.map((s) => s.id)}::uuid[],
    ${scores.map((s) => s.score_x100)}::integer[], ${scores.map((s) => s.computed_x100)}::integer[],
    ${scores.map((s) => s.method)}::text[])`.execute(db)
}

const COMPUTED_FIELDS = ['executionScore_x100', 'adjustments', 'totalScore_x100', 'grade']

/** Writes what was collected: one statement for the scores, one for the forms; unchanged rows are left alone. */
export async function storeRecomputed(
  db: Kysely<Schema>,
): Promise<{ readonly forms: number; readonly scores: number }> {
  await sql`analyze recomputed_score`.execute(db)
  const scores = await sql`
    update score s set score_x100 = t.score_x100,
      content = (s.content - '{computedScore_x100,scoringMethod}'::text[])
        || jsonb_strip_nulls(jsonb_build_object('computedScore_x100', t.computed_x100, 'scoringMethod', t.method)),
      recorded_from = now(), recorded_tx = pg_current_xact_id()::text::bigint
    from recomputed_score t where s.jurisdiction_id = t.jurisdiction_id and s.id = t.id
      and (s.score_x100, s.content->>'computedScore_x100', s.content->>'scoringMethod')
        is distinct from (t.score_x100, t.computed_x100::text, t.method)`.execute(db)
  const forms = await sql`
    update record r set content = (r.content - ${COMPUTED_FIELDS}::text[]) || t.figures,
      recorded_from = now(), recorded_tx = pg_current_xact_id()::text::bigint
    from recomputed_form t where r.jurisdiction_id = t.jurisdiction_id and r.id = t.id
      and r.content is distinct from (r.content - ${COMPUTED_FIELDS}::text[]) || t.figures`.execute(db)
  return { forms: Number(forms.numAffectedRows ?? 0), scores: Number(scores.numAffectedRows ?? 0) }
}
