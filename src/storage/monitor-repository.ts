import { type Kysely, sql } from 'kysely'
import type {
  MonitoringRoundExecutionRow,
  MonitoringRoundProgressRow,
  TargetsSheetContent,
} from '../domain/forms/contents.ts'
import { boundRowOf } from './bound-rows.ts'
import type { HotLane } from './hot-lane.ts'
import type { Schema } from './schema.ts'

/** What one round adds to the overview; money in fen, gaps in millionths. */
export type MonitorFigures = {
  readonly jurisdictionId: string
  readonly recordId: string
  readonly light: string
  readonly reason: string | null
  readonly adjusted_fen: bigint
  readonly paid_fen: bigint
  readonly reached: bigint
  readonly due: bigint
  readonly weight_x100: number
  readonly executionGap: number | null
  readonly targetGap: number | null
}

/** Writes the figures of rounds, in one statement however many; what stands there already is left alone. */
export async function storeMonitorFigures(
  db: Kysely<Schema>,
  figures: readonly MonitorFigures[],
): Promise<number> {
  const list = <Value>(of: (one: MonitorFigures) => Value) => figures.map(of)
  const written = await sql`
    update monitor_state s set light = t.light, reason = t.reason, adjusted_fen = t.adjusted_fen, paid_fen = t.paid_fen,
      reached = t.reached, due = t.due, weight_x100 = t.weight_x100, execution_gap = t.execution_gap,
      target_gap = t.target_gap
    from unnest(${list((one) => one.jurisdictionId)}::text[], ${list((one) => one.recordId)}::uuid[],
      ${list((one) => one.light)}::text[], ${list((one) => one.reason)}::text[],
      ${list((one) => String(one.adjusted_fen))}::bigint[], ${list((one) => String(one.paid_fen))}::bigint[],
      ${list((one) => String(one.reached))}::bigint[], ${list((one) => String(one.due))}::bigint[],
      ${list((one) => one.weight_x100)}::integer[], ${list((one) => one.executionGap)}::integer[],
      ${list((one) => one.targetGap)}::integer[])
      as t (jurisdiction_id, record_id, light, reason, adjusted_fen, paid_fen, reached, due, weight_x100,
        execution_gap, target_gap)
    where s.jurisdiction_id = t.jurisdiction_id and s.record_id = t.record_id
      and (s.light, s.reason, s.adjusted_fen, s.paid_fen, s.reached, s.due, s.weight_x100, s.execution_gap, s.target_gap)
        is distinct from (t.light, t.reason, t.adjusted_fen, t.paid_fen, t.reached, t.due, t.weight_x100,
          t.execution_gap, t.target_gap)`.execute(db)
  return Number(written.numAffectedRows ?? 0)
}

/** A reported round with all that its figures follow from, and the figures that are kept of it. */
export type ReportedRound = {
  readonly recordId: string
  readonly projectName: string
  readonly fiscalYear: number
  readonly month: number
  /** Moment of the last act: the rules of that day count. */
  readonly lastActedAt: string
  readonly execution: readonly MonitoringRoundExecutionRow[]
  readonly progress: readonly MonitoringRoundProgressRow[]
  /** The target in force for the round, as approved; nothing while none is. */
  readonly target: TargetsSheetContent | null
  /** As text, so that nothing is lost on the way: compared, never computed with. */
  readonly kept: Readonly<Record<string, string | null>> | null
}

/**
 * The reported rounds of one place, by project and month, with the target that was in force: the last one
 * approved before the round began, and never after the end of the months it covers.
 */
export async function readReportedRounds(
  db: Kysely<Schema>,
  jurisdictionId: string,
  unreported: readonly string[],
): Promise<ReportedRound[]> {
  const { rows } = await sql<ReportedRound>`
    select r.id as "recordId", p.name as "projectName", r.fiscal_year as "fiscalYear",
      (r.content ->> 'month')::integer as month,
      (select max(a.acted_at) from act a where a.jurisdiction_id = r.jurisdiction_id and a.record_id = r.id)
        as "lastActedAt",
      coalesce((select jsonb_agg(${boundRowOf('execution')} order by t.ordinal, t.id) from execution t
        where t.jurisdiction_id = r.jurisdiction_id and t.record_id = r.id), '[]') as execution,
      coalesce((select jsonb_agg(${boundRowOf('observation')} order by t.ordinal, t.id) from observation t
        where t.jurisdiction_id = r.jurisdiction_id and t.record_id = r.id), '[]') as progress,
      (select f.content -> 'content' from record sheet
        join frozen f on f.jurisdiction_id = sheet.jurisdiction_id and f.record_id = sheet.id
        where sheet.jurisdiction_id = r.jurisdiction_id and sheet.project_id = r.project_id
          and sheet.kind = 'targets.sheet' and f.action in ('approve', 'adjust')
        order by sheet.created_at desc, sheet.id desc, f.frozen_at <= m.at desc,
          case when f.frozen_at <= m.at then -f.number else f.number end limit 1) as target,
      (select jsonb_build_object('light', s.light, 'reason', s.reason, 'adjusted_fen', s.adjusted_fen::text,
          'paid_fen', s.paid_fen::text, 'reached', s.reached::text, 'due', s.due::text,
          'weight_x100', s.weight_x100::text, 'executionGap', s.execution_gap::text, 'targetGap', s.target_gap::text)
        from monitor_state s where s.jurisdiction_id = r.jurisdiction_id and s.record_id = r.id) as kept
    from record r join project p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.project_id
    cross join lateral (select least(r.created_at, (make_date(r.fiscal_year, (r.content ->> 'month')::integer, 1)
      + interval '1 month' - interval '1 millisecond') at time zone 'Asia/Shanghai') as at) m
    where r.jurisdiction_id = ${jurisdictionId} and r.kind = 'monitoring.round'
      and r.state <> all(${unreported}::text[])
    order by r.project_id, month, r.id`.execute(db)
  return rows
}

/** The places that have rounds. */
export async function findMonitoredPlaces(db: Kysely<Schema>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select j.id from jurisdiction j where exists (select 1 from record r
      where r.jurisdiction_id = j.id and r.kind = 'monitoring.round') order by 1`.execute(db)
  return rows.map((row) => row.id)
}

/** Whether a round was reported and its figures were never kept, as after an upgrade. */
export async function lacksMonitorFigures(
  db: Kysely<Schema>,
  unreported: readonly string[],
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from monitor_state s join record r on r.jurisdiction_id = s.jurisdiction_id and r.id = s.record_id
    where s.light = 'unreported' and r.state <> all(${unreported}::text[]) limit 1`.execute(db)
  return rows.length > 0
}

/**
 * What the kept rows and sums say that records and rows do not: a round without its row or with another
 * project, office or month; an unreported one with figures; a sum that is not the sum of its rows.
 */
export async function findMonitorBreaches(
  db: Kysely<Schema>,
  unreported: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`
    select '监控表 ' || r.id || ' 与汇总中的项目、部门、类别或月份不一致' as what
    from record r join project p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.project_id
    left join monitor_state s on s.jurisdiction_id = r.jurisdiction_id and s.record_id = r.id
    where r.kind = 'monitoring.round' and r.content ->> 'month' is not null
      and (s.project_id, s.department_id, s.unit_id, s.category, s.fiscal_year, s.month)
        is distinct from (p.id, p.department_id, p.unit_id, coalesce(p.content ->> 'category', ''), r.fiscal_year,
          (r.content ->> 'month')::integer)
    union all
    select '监控表 ' || r.id || ' 尚未报送，汇总中却有数' from monitor_state s
    join record r on r.jurisdiction_id = s.jurisdiction_id and r.id = s.record_id
    where r.state = any(${unreported}::text[]) and (s.light, s.adjusted_fen, s.paid_fen, s.reached, s.due, s.weight_x100)
      <> ('unreported', 0, 0, 0, 0, 0)
    union all
    select '监控汇总 ' || coalesce(kept.jurisdiction_id, full_sum.jurisdiction_id) || ' '
      || coalesce(kept.fiscal_year, full_sum.fiscal_year) || '年' || coalesce(kept.month, full_sum.month) || '月 '
      || coalesce(kept.light, full_sum.light) || ' 与各项目之和不一致'
    from (select fiscal_year, month, jurisdiction_id, department_id, light, sum(projects) as projects,
        sum(adjusted_fen) as adjusted_fen, sum(paid_fen) as paid_fen, sum(reached) as reached, sum(weight_x100) as weight
      from monitor_summary group by 1, 2, 3, 4, 5
      having (sum(projects), sum(adjusted_fen), sum(paid_fen), sum(reached), sum(weight_x100)) <> (0, 0, 0, 0, 0)) kept
    full join (select fiscal_year, month, jurisdiction_id, department_id, light, count(*) as projects,
        sum(adjusted_fen) as adjusted_fen, sum(paid_fen) as paid_fen, sum(reached) as reached, sum(weight_x100) as weight
      from monitor_state group by 1, 2, 3, 4, 5) full_sum using (fiscal_year, month, jurisdiction_id, department_id, light)
    where (kept.projects, kept.adjusted_fen, kept.paid_fen, kept.reached, kept.weight)
      is distinct from (full_sum.projects, full_sum.adjusted_fen, full_sum.paid_fen, full_sum.reached, full_sum.weight)
    limit 50`.execute(db)
  return rows.map(({ what }) => what)
}

export type OverviewQuestion = {
  readonly place: string | null
  readonly year: number
  readonly month: number | null
}

/** The overview as JSON text (0043_sum_monitoring.sql); null when not signed in. */
export async function readMonitorOverview(
  hot: HotLane,
  tokenHash: Buffer,
  { place, year, month }: OverviewQuestion,
): Promise<string | null> {
  const { rows } = await hot.query<{ said: string | null }>({
    name: 'api_monitor_overview',
    text: 'select api_monitor_overview($1, $2, $3, $4) as said',
    values: [tokenHash, place, year, month],
  })
  return rows[0]?.said ?? null
}

/** The points of the chart as JSON text, the worst first; null when not signed in. */
export async function readMonitorPoints(
  hot: HotLane,
  tokenHash: Buffer,
  { place, year, month }: OverviewQuestion & { readonly month: number },
  most: number,
): Promise<string | null> {
  const { rows } = await hot.query<{ said: string | null }>({
    name: 'api_monitor_points',
    text: 'select api_monitor_points($1, $2, $3, $4, $5) as said',
    values: [tokenHash, place, year, month, most],
  })
  return rows[0]?.said ?? null
}
