import { type Kysely, sql } from 'kysely'
import type { Content } from '../domain/forms/form.ts'
import type { Schema } from './schema.ts'

/** One step that was taken on a record, with the names a reader needs. */
export type Act = {
  readonly id: string
  readonly recordId: string
  readonly kind: string
  readonly action: string
  readonly fromState: string
  readonly toState: string
  /** The record's version after it. */
  readonly version: number
  readonly personId: string
  readonly personName: string
  readonly role: string
  readonly organisationName: string | null
  readonly opinion: string | null
  readonly documentNumber: string | null
  readonly actedAt: string
}

/** The steps of a record, or of a whole project, oldest first. */
export async function findActs(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string; readonly recordId?: string; readonly projectId?: string },
  asOf?: string,
): Promise<Act[]> {
  const { rows } = await sql<Act>`
    select act.id, act.record_id as "recordId", record.kind, act.action, act.from_state as "fromState",
      act.to_state as "toState", act.version, act.person_id as "personId", person.name as "personName", act.role,
      organisation.name as "organisationName", act.opinion, act.document_number as "documentNumber",
      act.acted_at as "actedAt"
    from act
    join record on record.jurisdiction_id = act.jurisdiction_id and record.id = act.record_id
    join person on person.id = act.person_id
    left join organisation on organisation.id = act.organisation_id
    where act.jurisdiction_id = ${where.jurisdictionId}
      and (${where.recordId ?? null}::uuid is null or act.record_id = ${where.recordId ?? null}::uuid)
      and (${where.projectId ?? null}::uuid is null or act.project_id = ${where.projectId ?? null}::uuid)
      and (${asOf ?? null}::timestamptz is null or act.acted_at <= ${asOf ?? null}::timestamptz)
    order by act.acted_at, act.record_id, act.sequence`.execute(db)
  return rows
}

export type NewAct = {
  readonly jurisdictionId: string
  readonly id: string
  readonly recordId: string
  readonly projectId: string | null
  readonly action: string
  readonly fromState: string
  readonly toState: string
  readonly version: number
  readonly personId: string
  readonly postId: string
  readonly role: string
  readonly organisationId: string
  readonly opinion: string | null
  readonly documentNumber: string | null
  readonly actedAt: string
}

/** Adds the next step of a record; the caller holds the lock on the record row. */
export async function insertAct(db: Kysely<Schema>, act: NewAct): Promise<void> {
  await sql`
    insert into act (jurisdiction_id, id, record_id, project_id, sequence, action, from_state, to_state, version,
      person_id, post_id, role, organisation_id, opinion, document_number, acted_at)
    select ${act.jurisdictionId}, ${act.id}, ${act.recordId}, ${act.projectId},
      (select count(*) + 1 from act where jurisdiction_id = ${act.jurisdictionId} and record_id = ${act.recordId}),
      ${act.action}, ${act.fromState}, ${act.toState}, ${act.version}, ${act.personId}, ${act.postId}, ${act.role},
      ${act.organisationId}, ${act.opinion}, ${act.documentNumber}, ${act.actedAt}`.execute(db)
}

/** One step of a record whose row is locked, and what comes with it. */
export type Step = Omit<NewAct, 'id' | 'version'> & {
  readonly actId: string
  /** The version of the record after the step. */
  readonly version: number
  readonly dueOn: string | null
  /** Whether it stays its author's alone; what was private is otherwise seen by all who see the project. */
  readonly isPrivate: boolean
  /**
   * The step gets the next number of this series and year: without gaps, as whoever takes one holds the series
   * until commit and a rolled-back step gives its number back. It is named by the prefix of the office, and
   * `otherwise` where the office has none.
   */
  readonly series?: {
    readonly jurisdictionId: string
    readonly organisationId: string
    readonly otherwise: string
    readonly year: number
  }
}

export type StepContent = {
  /** Content that the step brings along; what stands in the record stays without it. */
  readonly content?: Content
  /** What the step fixes for ever, as JSON text with its SHA-256. */
  readonly frozen?: { readonly id: string; readonly content: string; readonly digest: string }
}

/**
 * Takes a step in one statement: state, 文号, act, frozen version (`take_step` of the database).
 * @returns 文号 of the step, e.g. 示财（绩）发〔2024〕3号; nothing where it has none
 */
export async function takeStep(
  db: Kysely<Schema>,
  step: Step,
  { content, frozen }: StepContent,
): Promise<string | undefined> {
  const given = { ...step, ...(frozen ? { frozenId: frozen.id, digest: frozen.digest } : {}) }
  const { rows } = await sql<{ number: string | null }>`
    select take_step(${JSON.stringify(given)}::jsonb, ${content ? JSON.stringify(content) : null}::jsonb,
      ${frozen?.content ?? null}::jsonb) as number`.execute(db)
  return rows[0]?.number ?? undefined
}
