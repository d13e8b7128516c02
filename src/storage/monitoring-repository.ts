import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

/** One light a round ended with. */
export type LightRow = {
  readonly recordId: string
  readonly fiscalYear: number
  readonly month: number
  readonly light: string
  readonly reason: string
  readonly concludedAt: string
}

export async function insertLight(
  db: Kysely<Schema>,
  row: {
    readonly jurisdictionId: string
    readonly id: string
    readonly projectId: string
    readonly recordId: string
    readonly fiscalYear: number
    readonly month: number
    readonly light: string
    readonly reason: string
    readonly input: unknown
    readonly now: string
  },
): Promise<void> {
  await sql`insert into monitoring_light
      (jurisdiction_id, id, project_id, record_id, fiscal_year, month, light, reason, input, concluded_at)
    values (${row.jurisdictionId}, ${row.id}, ${row.projectId}, ${row.recordId}, ${row.fiscalYear}, ${row.month},
      ${row.light}, ${row.reason}, ${JSON.stringify(row.input)}::jsonb, ${row.now})`.execute(db)
}

/** The lights of a project in the order in which they were concluded. */
export async function findLights(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string; readonly projectId: string },
): Promise<LightRow[]> {
  const { rows } = await sql<LightRow>`
    select record_id as "recordId", fiscal_year as "fiscalYear", month, light, reason, concluded_at as "concludedAt"
    from monitoring_light
    where jurisdiction_id = ${where.jurisdictionId} and project_id = ${where.projectId}
    order by concluded_at, id`.execute(db)
  return rows
}

/** A point of a past year: of this project or of one like it, without saying of which. */
export type PastPoint = {
  readonly curve: string
  readonly isOwn: boolean
  readonly line: 'money' | 'output'
  readonly month: number
  readonly share_bp: number
}

/** Past years of a project and of those of its category in the same place; shares in 万分之一. */
export async function findPastLines(
  db: Kysely<Schema>,
  project: { readonly jurisdictionId: string; readonly id: string },
  years: number,
): Promise<PastPoint[]> {
  const { rows } = await sql<PastPoint>`
    select curve::text as curve, is_own as "isOwn", line, month, share_bp
    from past_year_lines(${project.jurisdictionId}, ${project.id}::uuid, ${years}::integer)`.execute(db)
  return rows
}

/** A project of a year whose target is in force, with the rounds it has. */
export type MonitoredRow = {
  readonly projectId: string
  readonly projectName: string
  readonly unitName: string
  readonly isPilot: boolean
  readonly isMajor: boolean
  /** Months of its rounds of this year. */
  readonly months: readonly number[]
  /** The round that is not concluded yet. */
  readonly openRoundId: string | null
}

/** Every project of a place and year that can be monitored, by its name. At most 5,000. */
export async function findMonitored(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string; readonly fiscalYear: number },
): Promise<MonitoredRow[]> {
  const { rows } = await sql<MonitoredRow>`
    select p.id as "projectId", p.name as "projectName", u.name as "unitName", p.is_pilot as "isPilot",
      p.is_major as "isMajor",
      coalesce((select json_agg((r.content ->> 'month')::int order by r.created_at) from record r
        where r.jurisdiction_id = p.jurisdiction_id and r.project_id = p.id and r.kind = 'monitoring.round'
          and r.fiscal_year = p.fiscal_year), '[]') as months,
      (select r.id from record r where r.jurisdiction_id = p.jurisdiction_id and r.project_id = p.id
        and r.kind = 'monitoring.round' and r.state <> 'concluded' limit 1) as "openRoundId"
    from project p join organisation u on u.id = p.unit_id
    where p.jurisdiction_id = ${where.jurisdictionId} and p.fiscal_year = ${where.fiscalYear} and not p.is_classified
      and exists (select 1 from record t where t.jurisdiction_id = p.jurisdiction_id and t.project_id = p.id
        and t.kind = 'targets.sheet' and t.state in ('approved', 'published'))
    order by p.name, p.id limit 5000`.execute(db)
  return rows
}

/** An opinion that holds money back or ends a project, for whoever pays. */
export type PaymentHoldRow = {
  readonly recordId: string
  readonly projectId: string
  readonly projectName: string
  readonly projectCode: string
  readonly unitName: string
  readonly opinionType: string
  readonly amount_fen: string | null
  readonly requirement: string
  readonly documentNumber: string | null
  readonly issuedOn: string
  readonly closedOn: string | null
}

/** Issued opinions to suspend, stop or end payment of a place and year, newest first. At most 2,000. */
export async function findPaymentHolds(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string; readonly fiscalYear: number },
): Promise<PaymentHoldRow[]> {
  const day = (instant: string) => sql`((${sql.ref(instant)} at time zone 'Asia/Shanghai')::date)::text`
  const { rows } = await sql<PaymentHoldRow>`
    select r.id as "recordId", p.id as "projectId", p.name as "projectName", p.code as "projectCode", u.name as "unitName",
      r.content ->> 'opinionType' as "opinionType", r.content ->> 'amount_fen' as amount_fen,
      r.content ->> 'requirement' as requirement, issued.document_number as "documentNumber",
      ${day('issued.acted_at')} as "issuedOn",
      case when r.state = 'closed' then ${day('r.state_since')} end as "closedOn"
    from record r
    join project p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.project_id
    join organisation u on u.id = p.unit_id
    join lateral (select a.document_number, a.acted_at from act a
      where a.jurisdiction_id = r.jurisdiction_id and a.record_id = r.id and a.action = 'notify'
      order by a.sequence desc limit 1) issued on true
    where r.jurisdiction_id = ${where.jurisdictionId} and r.kind = 'monitoring.finding'
      and r.fiscal_year = ${where.fiscalYear} and r.content ->> 'opinionType' in ('suspend', 'stop', 'terminate')
      and r.state not in ('open', 'proposed')
    order by issued.acted_at desc, r.id limit 2000`.execute(db)
  return rows
}

/** A rectification whose day is over. */
export type OverdueRow = {
  readonly recordId: string
  readonly projectId: string
  readonly projectName: string
  readonly jurisdictionId: string
  readonly jurisdictionName: string
  readonly recordTitle: string
  readonly fiscalYear: number
  readonly state: string
  readonly since: string
  readonly dueOn: string
  readonly amount_fen: string | null
}

/** Rectifications in these states that were due before a day, longest overdue first. At most 200. */
export async function findOverdueFindings(
  db: Kysely<Schema>,
  where: { readonly states: readonly string[]; readonly before: string },
): Promise<OverdueRow[]> {
  const { rows } = await sql<OverdueRow>`
    select r.id as "recordId", p.id as "projectId", p.name as "projectName", r.jurisdiction_id as "jurisdictionId",
      j.name as "jurisdictionName", r.title as "recordTitle", r.fiscal_year as "fiscalYear", r.state,
      r.state_since as since, r.content ->> 'dueOn' as "dueOn", p.budget_fen::text as amount_fen
    from record r
    join project p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.project_id
    join jurisdiction j on j.id = r.jurisdiction_id
    where r.kind = 'monitoring.finding' and r.state = any(${where.states}::text[])
      and r.content ->> 'dueOn' < ${where.before}
    order by r.content ->> 'dueOn', r.id limit 200`.execute(db)
  return rows
}
