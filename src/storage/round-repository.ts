import { type Kysely, sql } from 'kysely'
import type { Round } from '../domain/project/compute/find-round.ts'
import type { Schema } from './schema.ts'

/** The rounds a place has opened for a year, told to everybody of the place; in the order they begin. */
export async function findRounds(
  db: Kysely<Schema>,
  jurisdictionId: string,
  fiscalYear: number,
): Promise<Round[]> {
  const { rows } = await sql<Round>`
    select id, round_type as "roundType", opens_on as "opensOn", closes_on as "closesOn", state
    from budget_rounds(${jurisdictionId}, ${fiscalYear}::integer)`.execute(db)
  return rows
}

/** Notes that something was declared in a round. */
export async function insertRoundEntry(
  db: Kysely<Schema>,
  entry: {
    readonly jurisdiction_id: string
    readonly id: string
    readonly round_id: string
    readonly record_id: string
    readonly project_id: string | null
    readonly declared_on: string
    readonly days_late: number
    readonly amount_fen: string | null
  },
): Promise<void> {
  await sql`insert into round_entry (jurisdiction_id, id, round_id, record_id, project_id, declared_on, days_late, amount_fen)
    select jurisdiction_id, id, round_id, record_id, project_id, declared_on, days_late, amount_fen
    from jsonb_populate_record(null::round_entry, ${JSON.stringify(entry)}::jsonb)`.execute(db)
}

export type RoundCount = {
  readonly roundId: string
  readonly declared: number
  readonly late: number
  readonly amount_fen: string
}

/** How many sheets and lines stand in each round, as far as the scope reaches; each by its last declaration. */
export async function countRoundEntries(
  db: Kysely<Schema>,
  roundIds: readonly string[],
): Promise<RoundCount[]> {
  const { rows } = await sql<RoundCount>`
    select round_id as "roundId", count(*)::int as declared, count(*) filter (where days_late > 0)::int as late,
      coalesce(sum(amount_fen) filter (where kind <> 'project.budgetLine'), 0)::text as amount_fen
    from (select distinct on (e.round_id, e.record_id) e.round_id, e.days_late, e.amount_fen, r.kind
      from round_entry e join record r on r.jurisdiction_id = e.jurisdiction_id and r.id = e.record_id
      where e.round_id = any(${roundIds}::uuid[])
      order by e.round_id, e.record_id, e.declared_on desc, e.id desc) last
    group by round_id`.execute(db)
  return rows
}

/** Days and amounts of the target and the budget line of each project of a year. */
export type PairRow = {
  readonly projectId: string
  readonly projectName: string
  readonly unitName: string
  readonly targetId: string | null
  readonly budgetId: string | null
  readonly targetDeclared: string | null
  readonly targetReviewed: string | null
  readonly targetApproved: string | null
  readonly published: string | null
  readonly target_fen: string | null
  readonly budgetDeclared: string | null
  readonly budgetReviewed: string | null
  readonly budgetApproved: string | null
  readonly budget_fen: string | null
}

const dayOfAct = (record: string, action: string) =>
  sql`(select max((a.acted_at at time zone 'Asia/Shanghai')::date) from act a
    where a.jurisdiction_id = p.jurisdiction_id and a.record_id = ${sql.ref(record)}.id and a.action = ${action})::text`

/** Every project of a place and year that has declared a target or a budget; one statement. */
export async function findPairs(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string; readonly fiscalYear: number },
): Promise<PairRow[]> {
  const newest = (kind: string) => sql`left join lateral (select r.id, r.content, r.state from record r
    where r.jurisdiction_id = p.jurisdiction_id and r.project_id = p.id and r.kind = ${kind}
    order by r.created_at desc, r.id desc limit 1)`
  const { rows } = await sql<PairRow>`
    select * from (
      select p.id as "projectId", p.name as "projectName", u.name as "unitName", t.id as "targetId", b.id as "budgetId",
        ${dayOfAct('t', 'declare')} as "targetDeclared", ${dayOfAct('t', 'recheck')} as "targetReviewed",
        ${dayOfAct('t', 'approve')} as "targetApproved", t.content ->> 'disclosedOn' as published,
        t.content ->> 'total_fen' as target_fen, ${dayOfAct('b', 'apply')} as "budgetDeclared",
        ${dayOfAct('b', 'arrange')} as "budgetReviewed", ${dayOfAct('b', 'approve')} as "budgetApproved",
        coalesce(b.content ->> 'arranged_fen', b.content ->> 'requested_fen') as budget_fen
      from project p join organisation u on u.id = p.unit_id
      ${newest('targets.sheet')} t on true ${newest('project.budgetLine')} b on true
      where p.jurisdiction_id = ${where.jurisdictionId} and p.fiscal_year = ${where.fiscalYear}
        and coalesce(t.state, '') <> 'refused') pairs
    where "targetDeclared" is not null or "budgetDeclared" is not null
    order by "projectName", "projectId" limit 2000`.execute(db)
  return rows
}
