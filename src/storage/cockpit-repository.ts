import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { ContentValue } from '../domain/forms/form.ts'
import type { Schema } from './schema.ts'

/** A record as far as it says how far a project has come. */
export type ProgressRecord = {
  readonly id: string
  readonly kind: string
  readonly state: string
  readonly stateSince: string
  readonly dueOn: string | null
  /** Of a stage report: which stage, whether it was carried out, and if not why. */
  readonly stage: string | null
  readonly isCarriedOut: boolean | null
  readonly missingReason: string | null
  /** The people of a group it names, where a group works on it. */
  readonly members?: ContentValue
  /** Of a finance evaluation: when its result was confirmed, whatever followed from it. */
  readonly confirmedAt?: string | null
  /** Of what the region decides: when the place had done its own part, by endorsing its choice or asking for acceptance. */
  readonly handedInAt?: string | null
  /** Lines of the problem list, where the form has one. */
  readonly problemCount: number | null
}

export type ProjectProgress = {
  readonly id: string
  readonly name: string
  readonly unitName: string
  readonly departmentName: string
  readonly fiscalYear: number
  readonly status: string
  readonly isNew: boolean
  readonly isClassified: boolean
  readonly isPilot: boolean
  readonly budget_fen: string
  /** Paid so far by the newest month reported; nothing where no figure was reported. */
  readonly paid_fen: string | null
  readonly light: string | null
  readonly grade: string | null
  readonly records: readonly ProgressRecord[]
  /** Sealed in the contract ledger and no longer there. */
  readonly lost: readonly LostRecord[]
}

/** A record that is only known from the leaf it left in the contract ledger. */
export type LostRecord = { readonly kind: string; readonly title: string; readonly number: number }

/** One city, county or district with its pilot projects, those still being proposed included. */
export type JurisdictionProgress = {
  readonly id: string
  readonly name: string
  readonly level: 'city' | 'county'
  readonly parentId: string | null
  readonly tileColumn: number
  readonly tileRow: number
  /** False where the reader's scope does not reach: then empty does not mean that nothing is there. */
  readonly isVisible: boolean
  readonly projects: readonly ProjectProgress[]
  /** 试点报告 and 验收. */
  readonly records: readonly ProgressRecord[]
  readonly lost: readonly LostRecord[]
}

const RECORD = sql`jsonb_build_object('id', r.id, 'kind', r.kind, 'state', r.state,
  'stateSince', to_char(r.state_since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'dueOn', r.due_on,
  'stage', r.content->>'stage', 'members', r.content->'members', 'isCarriedOut', r.content->'isCarriedOut',
  'missingReason', r.content->>'missingReason',
  'confirmedAt', case when r.kind = 'evaluation.finance' then (
    select to_char(max(a.acted_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from act a
    where a.jurisdiction_id = r.jurisdiction_id and a.record_id = r.id and a.action = 'confirm') end,
  'handedInAt', case when r.kind in ('pilot.selection', 'pilot.acceptance') then (
    select to_char(case r.kind when 'pilot.selection' then max(a.acted_at) else min(a.acted_at) end at time zone 'UTC',
      'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from act a
    where a.jurisdiction_id = r.jurisdiction_id and a.record_id = r.id
      and a.action = case r.kind when 'pilot.selection' then 'endorse' else 'request' end) end,
  'problemCount', case when jsonb_typeof(r.content->'problems') = 'array'
    then jsonb_array_length(r.content->'problems') end)`

const lostRecords = (place: RawBuilder<unknown>, project: RawBuilder<unknown>) =>
  sql`(select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'title', title, 'number', number)), '[]'::jsonb)
    from lost_records(${place}, ${project}))`

/**
 * How far the pilot has come, by jurisdiction code: all cities and counties × five stages in one
 * statement. Row-level security decides whose projects are in it.
 */
export async function findPilotProgress(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId?: string; readonly fiscalYear?: number } = {},
): Promise<JurisdictionProgress[]> {
  const jurisdictionId = where.jurisdictionId ?? null
  const fiscalYear = where.fiscalYear ?? null
  const { rows } = await sql<JurisdictionProgress>`
    select j.id, j.name, j.level, j.parent_id as "parentId", j.tile_column as "tileColumn", j.tile_row as "tileRow",
      scope_kind() = 'province' or (scope_kind() = 'jurisdiction' and j.id = scope_jurisdiction()) as "isVisible",
      coalesce(projects.list, '[]'::jsonb) as projects, coalesce(own.list, '[]'::jsonb) as records,
      ${lostRecords(sql`j.id`, sql`null::uuid`)} as lost
    from jurisdiction j
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'unitName', unit.name,
          'departmentName', department.name, 'fiscalYear', p.fiscal_year, 'status', p.status, 'isNew', p.is_new,
          'isPilot', p.is_pilot, 'isClassified', p.is_classified, 'budget_fen', p.budget_fen::text, 'light', p.light, 'grade', p.grade,
          'paid_fen', (
            select sum(e.paid_fen)::text from execution e
            where e.jurisdiction_id = p.jurisdiction_id and e.project_id = p.id and (e.fiscal_year, e.month) = (
              select newest.fiscal_year, newest.month from execution newest
              where newest.jurisdiction_id = p.jurisdiction_id and newest.project_id = p.id
                and newest.paid_fen is not null
              order by newest.fiscal_year desc, newest.month desc limit 1)),
          'records', coalesce((
            select jsonb_agg(${RECORD} order by r.created_at, r.id) from record r
            where r.jurisdiction_id = p.jurisdiction_id and r.project_id = p.id
              and r.kind <> 'exante.scoreSheet'), '[]'::jsonb),
          'lost', ${lostRecords(sql`p.jurisdiction_id`, sql`p.id`)})
        order by p.created_at, p.id) as list
      from project p
      join organisation unit on unit.id = p.unit_id
      join organisation department on department.id = p.department_id
      where p.jurisdiction_id = j.id and (${fiscalYear}::integer is null or p.fiscal_year = ${fiscalYear}::integer)
        and p.id in (
          select s.project_id from record s where s.jurisdiction_id = j.id and s.kind = 'pilot.selection'
          union all
          select q.id from project q where q.jurisdiction_id = j.id and q.is_pilot)
    ) projects on true
    left join lateral (
      select jsonb_agg(${RECORD} order by r.created_at, r.id) as list from record r
      where r.jurisdiction_id = j.id and r.kind in ('pilot.countyReport', 'pilot.acceptance')
    ) own on true
    where j.level <> 'province' and (${jurisdictionId}::text is null or j.id = ${jurisdictionId}::text)
    order by j.id`.execute(db)
  return rows
}

/** What the cockpit compares with: the sums of the pilot as they stood at a moment. */
export type PilotSums = {
  readonly jurisdictions: number
  readonly projects: number
  readonly budget_fen: string
  readonly warned: number
  readonly accepted: number
}

/** The sums at a moment, from the history of the projects and the acts; scoped like the present. */
export async function findPilotSums(db: Kysely<Schema>, moment: string): Promise<PilotSums> {
  const { rows } = await sql<PilotSums>`
    select count(distinct p.jurisdiction_id)::integer as jurisdictions, count(*)::integer as projects,
      coalesce(sum(p.budget_fen), 0)::text as budget_fen,
      (count(*) filter (where p.light in ('yellow', 'red')))::integer as warned,
      (select count(distinct a.record_id)::integer from act a
        join record r on r.jurisdiction_id = a.jurisdiction_id and r.id = a.record_id
        where r.kind = 'pilot.acceptance' and a.to_state = 'accepted'
          and a.acted_at <= ${moment}::timestamptz) as accepted
    from project_as_of(${moment}::timestamptz) p where p.is_pilot`.execute(db)
  return rows[0] as PilotSums
}
