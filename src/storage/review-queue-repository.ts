import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Schema } from './schema.ts'
import type { WaitingFor } from './todo-repository.ts'

/** One sheet that waits for the officer. */
export type QueueRow = {
  readonly recordId: string
  readonly version: number
  readonly kind: string
  readonly state: string
  readonly title: string
  readonly jurisdictionId: string
  readonly fiscalYear: number
  readonly projectId: string | null
  readonly projectName: string | null
  readonly policyName: string | null
  readonly organisationName: string | null
  readonly amount_fen: string | null
  readonly since: string
  readonly dueOn: string | null
  /** Of the newest declaration; nothing for sheets declared before the counts were kept. */
  readonly errors: number | null
  readonly warnings: number | null
  readonly doctor: number | null
  readonly isMajor: boolean
  readonly isNew: boolean
  /** How often it was sent back. */
  readonly returns: number
}

export type QueueSort = 'findings' | 'risk' | 'amount' | 'due'

/** Marks of risk, each worth one: major, new, sent back before, no sound check at declaration. */
const RISK = sql`(coalesce(q."isMajor", false)::int + coalesce(q."isNew", false)::int
  + (q.returns > 0)::int + (coalesce(q.errors, 1) > 0)::int)`

const ORDER: Readonly<Record<QueueSort, RawBuilder<unknown>>> = {
  findings: sql`coalesce(q.errors, 0) desc, coalesce(q.warnings, 0) + coalesce(q.doctor, 0) desc,
    q.amount desc nulls last, q."recordId"`,
  risk: sql`${RISK} desc, q.amount desc nulls last, q."recordId"`,
  amount: sql`q.amount desc nulls last, q."recordId"`,
  due: sql`q."dueOn" nulls last, q.since, q."recordId"`,
}

/**
 * Sheets whose next step is this person's, one page of them, in one statement: the scope is the
 * transaction's, separation of duties is minded as in the to-do list.
 * @returns the page, how many there are in all, and their amount in fen
 */
export async function findReviewQueue(
  db: Kysely<Schema>,
  where: {
    readonly waitingFor: readonly Omit<WaitingFor, 'filled' | 'undone'>[]
    readonly personId: string
    readonly fiscalYear: number
    readonly sort: QueueSort
    readonly limit: number
    readonly offset: number
  },
): Promise<{ readonly items: QueueRow[]; readonly total: number; readonly amount_fen: string }> {
  const { rows } = await sql<{ items: QueueRow[]; total: number; amount_fen: string }>`
    with q as materialized (
      select r.id as "recordId", r.version, r.kind, r.state, r.title, r.jurisdiction_id as "jurisdictionId",
        r.fiscal_year as "fiscalYear", r.project_id as "projectId", p.name as "projectName",
        r.content ->> 'policyName' as "policyName",
        coalesce(u.name, o.name) as "organisationName", r.state_since as since, r.due_on as "dueOn",
        case when r.content ->> 'total_fen' ~ '^\\d{1,18}$' then (r.content ->> 'total_fen')::bigint end as amount,
        c.errors, c.warnings, c.doctor, coalesce(p.is_major, false) as "isMajor",
        coalesce(p.is_new, false) as "isNew", coalesce(back.count, 0)::int as returns
      from jsonb_to_recordset(${JSON.stringify(where.waitingFor)}::jsonb) w(kind text, state text, "notBy" jsonb)
      join record r on r.kind = w.kind and r.state = w.state and r.fiscal_year = ${where.fiscalYear}
      left join project p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.project_id
      left join organisation u on u.id = p.unit_id
      left join post on p.id is null and post.id = (select a.post_id from act a where a.jurisdiction_id = r.jurisdiction_id
        and a.record_id = r.id order by a.sequence limit 1)
      left join organisation o on o.id = post.organisation_id
      left join lateral (select errors, warnings, doctor from target_check t
        where t.jurisdiction_id = r.jurisdiction_id and t.record_id = r.id order by checked_at desc limit 1) c on true
      left join lateral (select count(*) as count, max(b.sequence) as last from act b
        join workflow_initial i on i.kind = r.kind and i.state = b.to_state
        where b.jurisdiction_id = r.jurisdiction_id and b.record_id = r.id) back on true
      where not exists (select 1 from act where act.jurisdiction_id = r.jurisdiction_id and act.record_id = r.id
        and act.person_id = ${where.personId}::uuid and w."notBy" ? act.action
        and act.sequence > coalesce(back.last, 0)))
    select coalesce((select jsonb_agg(to_jsonb(page) - 'amount' - 'n' || jsonb_build_object('amount_fen', amount::text) order by n)
        from (select q.*, row_number() over (order by ${ORDER[where.sort]}) as n from q
          order by n limit ${where.limit} offset ${where.offset}) page), '[]') as items,
      (select count(*)::int from q) as total, (select coalesce(sum(amount), 0)::text from q) as amount_fen`.execute(
    db,
  )
  return rows[0] ?? { items: [], total: 0, amount_fen: '0' }
}

/** Keeps what was said of a sheet at its declaration. */
export async function insertTargetCheck(
  db: Kysely<Schema>,
  row: {
    readonly jurisdiction_id: string
    readonly id: string
    readonly record_id: string
    readonly project_id: string | null
    readonly errors: number
    readonly warnings: number
    readonly doctor: number
    readonly checked_at: string
  },
): Promise<void> {
  await sql`insert into target_check (jurisdiction_id, id, record_id, project_id, errors, warnings, doctor, checked_at)
    select jurisdiction_id, id, record_id, project_id, errors, warnings, doctor, checked_at
    from jsonb_populate_record(null::target_check, ${JSON.stringify(row)}::jsonb)`.execute(db)
}
