import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

export type WaitingRow = {
  readonly recordId: string
  readonly projectId: string | null
  readonly projectName: string | null
  readonly jurisdictionId: string
  readonly jurisdictionName: string
  readonly recordTitle: string
  readonly kind: string
  readonly state: string
  readonly since: string
  readonly dueOn: string | null
  readonly amount_fen: string | null
  readonly fiscalYear: number
  /** What decides whether the project has to be evaluated beforehand; only for an evaluation of one. */
  readonly duty: {
    readonly isNew: boolean
    readonly isOnMajorList: boolean
    readonly isPolicy: boolean
    readonly amount_fen: string
  } | null
  /** What is asked of this person while another acts. */
  readonly asked: string | null
  /** What stands in the field by which this kind names people. */
  readonly names: unknown
}

/**
 * A state in which records wait; `notBy`: acts whose author must not go on; `until`: a field still empty;
 * `filled`: a field of rows that is not empty; `undone`: an act not done on the record as it stands; `named`: only
 * where that field names this person (a person, or rows with `person`, `duty` and `pledgedOn`), or, for
 * `isOthers`, where it names nobody.
 */
export type WaitingFor = {
  readonly kind: string
  readonly state: string
  readonly notBy: readonly string[]
  readonly until: string | null
  readonly filled: string | null
  readonly undone: string | null
  /** What is asked, where the record waits for no act of this person. */
  readonly asked?: string
  /** The field by which this kind names people, where it does. */
  readonly namesIn?: string
  readonly named?: { readonly field: string; readonly duty?: string; readonly isOthers?: boolean }
}

/**
 * Records whose next step is this person's: state by state, without those that separation of duties
 * takes away. At most 500, the most urgent first.
 */
export async function findWaiting(
  db: Kysely<Schema>,
  where: {
    readonly waitingFor: readonly WaitingFor[]
    readonly personId: string
  },
): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    select record.id as "recordId", record.project_id as "projectId", project.name as "projectName",
      record.jurisdiction_id as "jurisdictionId", jurisdiction.name as "jurisdictionName", record.title as "recordTitle",
      record.kind, record.state, record.state_since as since, record.due_on as "dueOn", project.budget_fen::text as amount_fen,
      record.fiscal_year as "fiscalYear", case when record.kind = 'exante.evaluation' and project.id is not null then
        json_build_object('isNew', project.is_new, 'isOnMajorList', project.is_major,
          'isPolicy', coalesce((project.content ->> 'isPolicy')::boolean, false),
          'amount_fen', coalesce(nullif(record.content ->> 'requested_fen', ''), project.budget_fen::text)) end as duty,
      record.content -> w."namesIn" as names, w.asked
    from jsonb_to_recordset(${JSON.stringify(where.waitingFor)}::jsonb) w(kind text, state text, "notBy" jsonb, "until" text,
      filled text, undone text, named jsonb, "namesIn" text, asked text)
    join record on record.kind = w.kind and record.state = w.state
    join jurisdiction on jurisdiction.id = record.jurisdiction_id
    left join project on project.jurisdiction_id = record.jurisdiction_id and project.id = record.project_id
    where (w.until is null or record.content ->> w.until is null)
      and (w.filled is null or jsonb_typeof(record.content -> w.filled -> 0) = 'object')
      and (w.undone is null or not exists (select 1 from act
        where act.jurisdiction_id = record.jurisdiction_id and act.record_id = record.id
          and act.action = w.undone and act.version = record.version))
      and (w.named is null or case jsonb_typeof(record.content -> (w.named ->> 'field'))
        when 'string' then record.content ->> (w.named ->> 'field') = ${where.personId}
        when 'array' then case when w.named ? 'isOthers'
          then jsonb_array_length(record.content -> (w.named ->> 'field')) = 0
          else exists (select 1 from jsonb_array_elements(record.content -> (w.named ->> 'field')) member
            where member ->> 'person' = ${where.personId} and member ->> 'pledgedOn' is not null
              and (w.named ->> 'duty' is null or member ->> 'duty' = w.named ->> 'duty')) end
        else w.named ? 'isOthers' end)
      and not exists (
      select 1 from act
      where act.jurisdiction_id = record.jurisdiction_id and act.record_id = record.id
        and act.person_id = ${where.personId}::uuid and w."notBy" ? act.action
        and act.sequence > coalesce((select max(back.sequence) from act back join workflow_initial i on i.kind = record.kind
          where back.jurisdiction_id = record.jurisdiction_id and back.record_id = record.id
            and back.to_state = i.state), 0))
    order by record.due_on nulls last, record.state_since, record.id
    limit 500`.execute(db)
  return rows
}
