import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

/** The project that others are compared with; the same code in another year is the same project. */
export type ComparedProject = {
  readonly jurisdictionId: string
  readonly id: string
  readonly code: string
  readonly fiscalYear: number
}

/** A quantity indicator of a declared target; money of the year in fen as text. */
export type OutputRow = {
  readonly projectId: string
  readonly name: string
  readonly unit: string
  readonly value: string
  readonly money_fen: string
}

const OTHERS = (own: ComparedProject) => sql`not p.is_classified
  and not (p.jurisdiction_id = ${own.jurisdictionId} and p.code = ${own.code})`
/** Neither still being written nor refused. */
const DECLARED = sql`r.kind = 'targets.sheet' and r.state not in ('draft', 'refused')`

/**
 * Quantity indicators of other projects within the scope that may be the same as the wanted ones: the
 * same unit, and the letters of the name in order. Newest project first, at most 2000.
 */
export async function findLikeOutputs(
  db: Kysely<Schema>,
  own: ComparedProject,
  wanted: { readonly plainNames: readonly string[]; readonly units: readonly string[] },
): Promise<OutputRow[]> {
  const { rows } = await sql<OutputRow>`
    select p.id as "projectId", i.name, btrim(i.unit) as unit, i.value::text as value,
      coalesce(nullif(r.content ->> 'total_fen', ''), p.budget_fen::text) as money_fen
    from project p
    join record r on r.jurisdiction_id = p.jurisdiction_id and r.project_id = p.id and ${DECLARED}
    join indicator i on i.jurisdiction_id = r.jurisdiction_id and i.record_id = r.id
    where ${OTHERS(own)} and i.level2 = 'quantity' and i.value > 0
      and coalesce(i.operator, 'ge') in ('ge', 'gt', 'eq') and btrim(i.unit) = any(${wanted.units}::text[])
      and normalize(i.name, NFKC) ilike any(${wanted.plainNames.map(lettersInOrder)}::text[])
    order by p.fiscal_year desc, p.created_at desc, p.id, r.created_at desc, i.ordinal limit 2000`.execute(db)
  return rows
}

/** What of another project is read beside the own one; texts cut at 1000 characters. */
export type LikeProject = {
  readonly projectId: string
  readonly jurisdictionId: string
  readonly fiscalYear: number
  readonly name: string
  readonly overview: string
  readonly goal: string
  readonly unitId: string
  readonly unitName: string
  readonly departmentId: string
}

/** Other projects of the place within the scope, so many years apart at most; newest first, at most 1500. */
export async function findNeighbourProjects(
  db: Kysely<Schema>,
  own: ComparedProject,
  years: number,
): Promise<LikeProject[]> {
  const { rows } = await sql<LikeProject>`
    select p.id as "projectId", p.jurisdiction_id as "jurisdictionId", p.fiscal_year as "fiscalYear", p.name,
      coalesce(left(p.content ->> 'overview', 1000), '') as overview, coalesce(t.goal, '') as goal,
      p.unit_id as "unitId", unit.name as "unitName", p.department_id as "departmentId"
    from project p join organisation unit on unit.id = p.unit_id
    left join lateral (select left(r.content ->> 'annualGoal', 1000) as goal from record r
      where r.jurisdiction_id = p.jurisdiction_id and r.project_id = p.id and ${DECLARED}
      order by r.created_at desc, r.id desc limit 1) t on true
    where p.jurisdiction_id = ${own.jurisdictionId} and ${OTHERS(own)}
      and p.fiscal_year between ${own.fiscalYear - years}::integer and ${own.fiscalYear + years}::integer
    order by p.fiscal_year desc, p.created_at desc, p.id limit 1500`.execute(db)
  return rows
}

/** `改造户厕` → `%改%造%户%厕%`: whatever signs stand between; the exact comparison is the rule's. */
function lettersInOrder(plainName: string): string {
  return `%${[...plainName].map((letter) => (letter === '%' ? '\\%' : letter)).join('%')}%`
}
