import { type Kysely, sql } from 'kysely'
import type { PlanSummary, ScenarioLine, ScenarioSettings } from '../domain/results/compute/what-if/index.ts'
import type { Schema } from './schema.ts'

export type ScenarioHead = {
  readonly jurisdictionId: string
  readonly id: string
  readonly fiscalYear: number
  readonly name: string
  readonly version: number
  readonly createdAt: string
  readonly createdBy: string
  readonly lineCount: number
  readonly planCount: number
  /** Of the plan that was adopted, if one was. */
  readonly adoptedPlan: string | null
}

export type ScenarioRow = Omit<ScenarioHead, 'lineCount' | 'planCount' | 'adoptedPlan'> & {
  readonly jurisdictionName: string
  readonly lines: readonly ScenarioLine[]
  readonly settings: ScenarioSettings
}

/** A plan with the lines, settings and weights it was worked out from. */
export type PlanRow = {
  readonly jurisdictionId: string
  readonly id: string
  readonly scenarioId: string
  readonly fiscalYear: number
  readonly name: string
  readonly lines: readonly ScenarioLine[]
  readonly settings: ScenarioSettings
  readonly weights: PlanWeights
  readonly result: PlanSummary
  readonly version: number
  readonly madeAt: string
  readonly madeBy: string
  readonly adoptedAt: string | null
  readonly adoptedBy: string | null
}

export type PlanWeights = {
  readonly knots: readonly { readonly score_x100: number; readonly weight_bp: number }[]
  readonly unscored_bp: number
}

export async function insertScenario(
  db: Kysely<Schema>,
  scenario: Pick<ScenarioRow, 'jurisdictionId' | 'id' | 'fiscalYear' | 'name' | 'lines' | 'settings'> & {
    readonly now: string
    readonly personId: string
  },
): Promise<void> {
  await sql`insert into budget_scenario (jurisdiction_id, id, fiscal_year, name, lines, settings, created_at, created_by)
    values (${scenario.jurisdictionId}, ${scenario.id}, ${scenario.fiscalYear}, ${scenario.name},
      ${JSON.stringify(scenario.lines)}::jsonb, ${JSON.stringify(scenario.settings)}::jsonb, ${scenario.now},
      ${scenario.personId})`.execute(db)
}

/** @returns whether the scenario still had the version named */
export async function updateScenario(
  db: Kysely<Schema>,
  scenario: Pick<ScenarioRow, 'jurisdictionId' | 'id' | 'name' | 'lines' | 'settings' | 'version'>,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update budget_scenario set name = ${scenario.name}, lines = ${JSON.stringify(scenario.lines)}::jsonb,
      settings = ${JSON.stringify(scenario.settings)}::jsonb, version = version + 1
    where jurisdiction_id = ${scenario.jurisdictionId} and id = ${scenario.id} and version = ${scenario.version}
    returning id`.execute(db)
  return rows.length === 1
}

/** Scenarios of the own place, newest first; with a year only those of that budget year. */
export async function findScenarios(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string; readonly fiscalYear?: number | undefined },
): Promise<ScenarioHead[]> {
  const { rows } = await sql<ScenarioHead>`
    select s.jurisdiction_id as "jurisdictionId", s.id, s.fiscal_year as "fiscalYear", s.name, s.version,
      s.created_at as "createdAt", person.name as "createdBy", jsonb_array_length(s.lines) as "lineCount",
      (select count(*)::integer from budget_plan p where p.jurisdiction_id = s.jurisdiction_id
        and p.scenario_id = s.id) as "planCount",
      (select p.name from budget_plan p where p.jurisdiction_id = s.jurisdiction_id and p.scenario_id = s.id
        and p.adopted_at is not null) as "adoptedPlan"
    from budget_scenario s join person on person.id = s.created_by
    where s.jurisdiction_id = ${where.jurisdictionId}
      and (${where.fiscalYear ?? null}::integer is null or s.fiscal_year = ${where.fiscalYear ?? null}::integer)
    order by s.created_at desc, s.id limit 100`.execute(db)
  return rows
}

export async function findScenario(
  db: Kysely<Schema>,
  id: string,
  options: { readonly isLocked?: boolean } = {},
): Promise<ScenarioRow | undefined> {
  const { rows } = await sql<ScenarioRow>`
    select s.jurisdiction_id as "jurisdictionId", jurisdiction.name as "jurisdictionName", s.id,
      s.fiscal_year as "fiscalYear", s.name, s.lines, s.settings, s.version, s.created_at as "createdAt",
      person.name as "createdBy"
    from budget_scenario s join person on person.id = s.created_by
    join jurisdiction on jurisdiction.id = s.jurisdiction_id
    where s.id = ${id} ${options.isLocked ? sql`for update of s` : sql``}`.execute(db)
  return rows[0]
}

export async function insertPlan(
  db: Kysely<Schema>,
  plan: Pick<
    PlanRow,
    'jurisdictionId' | 'id' | 'scenarioId' | 'name' | 'lines' | 'settings' | 'weights' | 'result'
  > & {
    readonly now: string
    readonly personId: string
  },
): Promise<void> {
  const { lines, settings, weights, result } = plan
  await sql`insert into budget_plan (jurisdiction_id, id, scenario_id, name, lines, settings, weights, result, made_at, made_by)
    values (${plan.jurisdictionId}, ${plan.id}, ${plan.scenarioId}, ${plan.name}, ${JSON.stringify(lines)}::jsonb,
      ${JSON.stringify(settings)}::jsonb, ${JSON.stringify(weights)}::jsonb, ${JSON.stringify(result)}::jsonb,
      ${plan.now}, ${plan.personId})`.execute(db)
}

const PLAN = sql`select p.jurisdiction_id as "jurisdictionId", p.id, p.scenario_id as "scenarioId",
    s.fiscal_year as "fiscalYear", p.name, p.lines, p.settings, p.weights, p.result, p.version,
    p.made_at as "madeAt", maker.name as "madeBy", p.adopted_at as "adoptedAt", adopter.name as "adoptedBy"
  from budget_plan p
  join budget_scenario s on s.jurisdiction_id = p.jurisdiction_id and s.id = p.scenario_id
  join person maker on maker.id = p.made_by left join person adopter on adopter.id = p.adopted_by`

/** Plans of a scenario in the order they were made. */
export async function findPlans(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string; readonly scenarioId: string },
): Promise<PlanRow[]> {
  const { rows } = await sql<PlanRow>`${PLAN}
    where p.jurisdiction_id = ${where.jurisdictionId} and p.scenario_id = ${where.scenarioId}
    order by p.made_at, p.id limit 20`.execute(db)
  return rows
}

export async function findPlan(
  db: Kysely<Schema>,
  id: string,
  options: { readonly isLocked?: boolean } = {},
): Promise<PlanRow | undefined> {
  const { rows } = await sql<PlanRow>`${PLAN} where p.id = ${id} ${
    options.isLocked ? sql`for update of p, s` : sql``
  }`.execute(db)
  return rows[0]
}

/** Marks the plan as the adopted one of its scenario; the table allows one. */
export async function markPlanAdopted(
  db: Kysely<Schema>,
  plan: Pick<PlanRow, 'jurisdictionId' | 'id'> & { readonly now: string; readonly personId: string },
): Promise<void> {
  await sql`update budget_plan set adopted_at = ${plan.now}, adopted_by = ${plan.personId}, version = version + 1
    where jurisdiction_id = ${plan.jurisdictionId} and id = ${plan.id}`.execute(db)
}
