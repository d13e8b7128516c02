import { type Kysely, sql } from 'kysely'
import type { Content } from '../domain/forms/form.ts'
import type { Schema } from './schema.ts'

/** One expert's sheet as everybody who looks after the place may know it: never what was marked. */
export type PanelSheetState = {
  readonly recordId: string
  readonly person: string
  readonly name: string
  readonly state: string
  readonly since: string
  /** Why somebody stood back, in their own words. */
  readonly conflictNote: string | null
}

/** Who of a panel has pledged, handed in or stood back. */
export async function findPanelSheets(db: Kysely<Schema>, evaluationId: string): Promise<PanelSheetState[]> {
  const { rows } = await sql<PanelSheetState>`
    select record_id as "recordId", person_id as person, name, state, state_since as since,
      conflict_note as "conflictNote" from panel_sheets(${evaluationId}::uuid)`.execute(db)
  return rows
}

/** Lets those who see the project read the sheets of an evaluation whose scoring is closed. */
export async function openPanelSheets(db: Kysely<Schema>, evaluationId: string): Promise<void> {
  await sql`select open_panel_sheets(${evaluationId}::uuid)`.execute(db)
}

/** Takes one person's sheets off a panel, or all; gives what an act on each of them needs. */
export async function withdrawPanelSheets(
  db: Kysely<Schema>,
  evaluationId: string,
  person?: string,
): Promise<{ recordId: string; fromState: string; version: number }[]> {
  const { rows } = await sql<{ recordId: string; fromState: string; version: number }>`
    select record_id as "recordId", from_state as "fromState", version
    from withdraw_panel_sheets(${evaluationId}::uuid, ${person ?? null}::uuid)`.execute(db)
  return rows
}

/** The signed-in expert's own entry in the register of a place. */
export async function findOwnExpertEntry(db: Kysely<Schema>, place: string): Promise<Content | undefined> {
  const { rows } = await sql<{ content: Content | null }>`
    select own_expert_entry(${place}) as content`.execute(db)
  return rows[0]?.content ?? undefined
}

/** What accounts say of people: their name, employer, whether they may score on a day, their institution. */
export type RaterAccount = {
  readonly id: string
  readonly name: string
  readonly employer: string | null
  readonly institution: string | null
  readonly hasPost: boolean
}

export async function findRaterAccounts(
  db: Kysely<Schema>,
  people: readonly string[],
  today: string,
): Promise<RaterAccount[]> {
  const { rows } = await sql<RaterAccount>`
    select person.id, person.name, person.employer,
      (select organisation.name from post join organisation on organisation.id = post.organisation_id
        where post.person_id = person.id and post.role = 'agency'
        order by post.valid_from desc, post.id limit 1) as institution,
      exists (select 1 from post where post.person_id = person.id and post.role in ('expert', 'agency')
        and post.valid_from <= ${today}::date and (post.valid_to is null or post.valid_to >= ${today}::date))
        as "hasPost"
    from person where person.id = any(${people as string[]}::uuid[])
    order by person.id`.execute(db)
  return rows
}

export type Participation = {
  readonly person: string
  readonly kind: string
  readonly action: string
  readonly actedAt: string
  /** The post they did it in; not known of who only began a record. */
  readonly role: string | null
}

/** What people did on the records of a project, without what one evaluation asked of its own people. */
export async function findParticipation(
  db: Kysely<Schema>,
  project: { readonly jurisdictionId: string; readonly id: string },
  people: readonly string[],
  evaluationId: string | undefined,
): Promise<Participation[]> {
  const { rows } = await sql<Participation>`
    select act.person_id as person, record.kind, act.action, act.acted_at as "actedAt", act.role
    from act join record on record.jurisdiction_id = act.jurisdiction_id and record.id = act.record_id
    where act.jurisdiction_id = ${project.jurisdictionId} and act.project_id = ${project.id}
      and act.person_id = any(${people as string[]}::uuid[])
      and not (record.kind in ('exante.scoreSheet', 'exante.leadNote', 'evaluation.groupPledge')
        and record.subject_id is not distinct from ${evaluationId ?? null}::uuid)
      and not (record.kind in ('evaluation.finance', 'evaluation.department') and record.id = ${evaluationId ?? null}::uuid)
    union all
    select record.created_by, record.kind, 'begin', record.created_at, null from record
    where record.jurisdiction_id = ${project.jurisdictionId} and record.project_id = ${project.id}
      and record.created_by = any(${people as string[]}::uuid[])
    order by "actedAt"`.execute(db)
  return rows
}

/** Names of the institutions a project was given to before, apart from one evaluation's own panel. */
export async function findCommissioned(
  db: Kysely<Schema>,
  project: { readonly jurisdictionId: string; readonly id: string },
  evaluationId: string | undefined,
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct organisation.name
    from assignment
    left join post on post.person_id = assignment.person_id and post.role = 'agency'
    join organisation on organisation.id = coalesce(assignment.organisation_id, post.organisation_id)
    where assignment.jurisdiction_id = ${project.jurisdictionId} and assignment.project_id = ${project.id}
      and assignment.record_id is distinct from ${evaluationId ?? null}::uuid
    order by organisation.name`.execute(db)
  return rows.map(({ name }) => name)
}
