import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

/** A task of a 整改通知 whose day is over. */
export type OverdueTaskRow = {
  readonly recordId: string
  readonly projectId: string
  readonly projectName: string
  readonly jurisdictionId: string
  readonly jurisdictionName: string
  readonly recordTitle: string
  readonly fiscalYear: number
  readonly state: string
  readonly since: string
  readonly planDueOn: string | null
  readonly completionDueOn: string | null
  readonly amount_fen: string | null
}

/**
 * Tasks whose day in their state was before a day, longest overdue first. At most 200.
 * @param where.owed of each state in which something is owed, the field that has its day
 */
export async function findOverdueTasks(
  db: Kysely<Schema>,
  where: { readonly owed: Readonly<Record<string, string>>; readonly before: string },
): Promise<OverdueTaskRow[]> {
  const { rows } = await sql<OverdueTaskRow>`
    select r.id as "recordId", p.id as "projectId", p.name as "projectName", r.jurisdiction_id as "jurisdictionId",
      j.name as "jurisdictionName", r.title as "recordTitle", r.fiscal_year as "fiscalYear", r.state,
      r.state_since as since, r.content ->> 'planDueOn' as "planDueOn",
      r.content ->> 'completionDueOn' as "completionDueOn", p.budget_fen::text as amount_fen
    from record r
    join project p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.project_id
    join jurisdiction j on j.id = r.jurisdiction_id
    cross join lateral (select r.content ->> (${JSON.stringify(where.owed)}::jsonb ->> r.state) as due) owed
    where r.kind = 'results.task' and r.state = any(${Object.keys(where.owed)}::text[]) and owed.due < ${where.before}
    order by owed.due, r.id limit 200`.execute(db)
  return rows
}

/** A problem of a year, as whoever found it wrote it, with what was promised about it. */
export type FoundProblemRow = {
  readonly recordId: string
  readonly kind: string
  readonly state: string
  readonly fiscalYear: number
  readonly projectId: string
  readonly projectName: string
  readonly projectCode: string
  readonly unitId: string
  readonly unitName: string
  readonly problem: string
  readonly promise: string | null
  readonly requirementType: string | null
  readonly indicator: string | null
  readonly planDueOn: string | null
  readonly completionDueOn: string | null
  /** Of the newest follow-up of a task that was looked at. */
  readonly verdict: 'lasting' | 'partial' | 'relapsed' | null
}

/**
 * Problems of a department's projects in a span of years: tasks of 整改通知, findings of the monitoring, and
 * confirmed self-evaluations, whose problems stand in one text. Newest year first, at most 2,000.
 */
export async function findProblemsOfDepartment(
  db: Kysely<Schema>,
  where: {
    readonly jurisdictionId: string
    readonly departmentId: string
    readonly from: number
    readonly through: number
  },
): Promise<FoundProblemRow[]> {
  const { rows } = await sql<FoundProblemRow>`
    select r.id as "recordId", r.kind, r.state, r.fiscal_year as "fiscalYear", p.id as "projectId",
      p.name as "projectName", p.code as "projectCode", u.id as "unitId", u.name as "unitName",
      case when r.kind = 'evaluation.self' then r.content ->> 'problems' else r.content ->> 'problem' end as problem,
      case when r.kind = 'evaluation.self' then r.content ->> 'measures' else r.content ->> 'measure' end as promise,
      r.content ->> 'requirementType' as "requirementType", r.content ->> 'indicator' as indicator,
      r.content ->> 'planDueOn' as "planDueOn",
      coalesce(r.content ->> 'completionDueOn', r.content ->> 'dueOn') as "completionDueOn",
      case when r.kind = 'results.task' then (
        select f.content ->> 'verdict' from record f
        where f.jurisdiction_id = r.jurisdiction_id and f.project_id = r.project_id and f.kind = 'results.followUp'
          and f.subject_id = r.subject_id and f.state = 'assessed'
          and jsonb_path_exists(f.content, '$.problems[*] ? (@.problemNumber == $number)',
            jsonb_build_object('number', r.content -> 'problemNumber'))
        order by f.due_on desc, f.id desc limit 1) end as verdict
    from project p
    join record r on r.jurisdiction_id = p.jurisdiction_id and r.project_id = p.id
    join organisation u on u.id = p.unit_id
    where p.jurisdiction_id = ${where.jurisdictionId} and p.department_id = ${where.departmentId}::uuid
      and r.fiscal_year between ${where.from} and ${where.through}
      and (r.kind = 'results.task' or (r.kind = 'monitoring.finding' and r.state not in ('open', 'proposed'))
        or (r.kind = 'evaluation.self' and r.state = 'confirmed'))
    order by r.fiscal_year desc, r.created_at, r.id limit 2000`.execute(db)
  return rows
}

/** A follow-up that nobody has reported yet. */
export type DueFollowUpRow = Omit<
  OverdueTaskRow,
  'fiscalYear' | 'state' | 'planDueOn' | 'completionDueOn'
> & { readonly dueOn: string }

/** Scheduled follow-ups whose day has come, the oldest first. At most 200. */
export async function findDueFollowUps(db: Kysely<Schema>, today: string): Promise<DueFollowUpRow[]> {
  const { rows } = await sql<DueFollowUpRow>`
    select r.id as "recordId", p.id as "projectId", p.name as "projectName", r.jurisdiction_id as "jurisdictionId",
      j.name as "jurisdictionName", r.title as "recordTitle", r.state_since as since, r.due_on as "dueOn",
      p.budget_fen::text as amount_fen
    from record r
    join project p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.project_id
    join jurisdiction j on j.id = r.jurisdiction_id
    where r.kind = 'results.followUp' and r.state = 'scheduled' and r.due_on <= ${today}
    order by r.due_on, r.id limit 200`.execute(db)
  return rows
}

/** A task of a place and year with everything a list says of it. */
export type TaskRow = {
  readonly recordId: string
  readonly jurisdictionId: string
  readonly fiscalYear: number
  readonly projectId: string
  readonly projectName: string
  readonly projectCode: string
  readonly unitId: string
  readonly unitName: string
  readonly departmentId: string
  readonly departmentName: string
  readonly state: string
  readonly version: number
  readonly problemNumber: number | null
  readonly problem: string
  readonly requirementType: string | null
  readonly indicator: string | null
  readonly planDueOn: string | null
  readonly completionDueOn: string | null
  readonly firstDueOn: string | null
  readonly recover_fen: string | null
  readonly recovered_fen: string | null
  readonly verifiedRecovered_fen: string | null
  readonly noticeNumber: string | null
}

/** Tasks of a place (or all the scope reaches) and year, or of one of its projects, in the order of project and problem. At most 5,000. */
export async function findTasksOfPlace(
  db: Kysely<Schema>,
  where: {
    readonly jurisdictionId: string | undefined
    readonly fiscalYear: number
    readonly projectId?: string | undefined
  },
): Promise<TaskRow[]> {
  const { rows } = await sql<TaskRow>`
    select r.id as "recordId", r.jurisdiction_id as "jurisdictionId", r.fiscal_year as "fiscalYear",
      p.id as "projectId", p.name as "projectName", p.code as "projectCode", u.id as "unitId", u.name as "unitName",
      d.id as "departmentId", d.name as "departmentName", r.state, r.version,
      (r.content ->> 'problemNumber')::integer as "problemNumber", coalesce(r.content ->> 'problem', '') as problem,
      r.content ->> 'requirementType' as "requirementType", r.content ->> 'indicator' as indicator,
      r.content ->> 'planDueOn' as "planDueOn", r.content ->> 'completionDueOn' as "completionDueOn",
      r.content ->> 'firstDueOn' as "firstDueOn", r.content ->> 'recover_fen' as recover_fen,
      r.content ->> 'recovered_fen' as recovered_fen, r.content ->> 'verifiedRecovered_fen' as "verifiedRecovered_fen",
      r.content ->> 'noticeNumber' as "noticeNumber"
    from record r
    join project p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.project_id
    join organisation u on u.id = p.unit_id
    join organisation d on d.id = p.department_id
    where (${where.jurisdictionId ?? null}::text is null or r.jurisdiction_id = ${where.jurisdictionId ?? null})
      and r.kind = 'results.task'
      and r.fiscal_year = ${where.fiscalYear}
      and (${where.projectId ?? null}::uuid is null or r.project_id = ${where.projectId ?? null}::uuid)
    order by p.name, p.id, (r.content ->> 'problemNumber')::integer, r.id limit 5000`.execute(db)
  return rows
}

/** A confirmed finance evaluation and what followed from it. */
export type AppliedRow = {
  readonly project: string
  readonly hasProblems: boolean
  readonly isNoticeIssued: boolean
  readonly isBudgetDecided: boolean
}

/** Confirmed finance evaluations of a place and year, by project name. At most 5,000. */
export async function findAppliedResults(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string | undefined; readonly fiscalYear: number },
): Promise<AppliedRow[]> {
  const has = (kind: string, states: readonly string[]) => sql`exists (select 1 from record o
    where o.jurisdiction_id = p.jurisdiction_id and o.project_id = p.id and o.kind = ${kind}
      and o.state = any(${states}::text[]))`
  const { rows } = await sql<AppliedRow>`
    select p.name as project,
      bool_or(jsonb_array_length(coalesce(nullif(r.content -> 'problems', 'null'), '[]')) > 0) as "hasProblems",
      ${has('results.notice', ['issued', 'closed'])} as "isNoticeIssued",
      ${has('results.budgetDecision', ['decided'])} as "isBudgetDecided"
    from record r join project p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.project_id
    where (${where.jurisdictionId ?? null}::text is null or r.jurisdiction_id = ${where.jurisdictionId ?? null})
      and r.kind = 'evaluation.finance'
      and r.fiscal_year = ${where.fiscalYear} and r.state in ('confirmed', 'closed')
    group by p.jurisdiction_id, p.id, p.name order by p.name, p.id limit 5000`.execute(db)
  return rows
}

/** An act of a person on a record of a project. */
export type PersonActRow = {
  readonly projectId: string
  readonly projectName: string
  readonly budget_fen: string
  readonly kind: string
  readonly action: string
}

/** What one person did on the projects of a place and year, by project name. At most 5,000. */
export async function findActsOfPerson(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string; readonly fiscalYear: number; readonly personId: string },
): Promise<PersonActRow[]> {
  const { rows } = await sql<PersonActRow>`
    select p.id as "projectId", p.name as "projectName", p.budget_fen::text as budget_fen, r.kind, a.action
    from act a
    join record r on r.jurisdiction_id = a.jurisdiction_id and r.id = a.record_id
    join project p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.project_id
    where a.jurisdiction_id = ${where.jurisdictionId} and a.person_id = ${where.personId}::uuid
      and p.fiscal_year = ${where.fiscalYear}
    order by p.name, p.id, a.acted_at limit 5000`.execute(db)
  return rows
}
