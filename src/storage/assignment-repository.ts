import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

/** One project (or one record of it) put into the hands of an expert or an institution. */
export type Assignment = {
  readonly jurisdictionId: string
  readonly id: string
  readonly projectId: string
  readonly recordId: string | null
  readonly personId: string | null
  readonly organisationId: string | null
  /** Last day on which the project is visible to them; open without it. */
  readonly endsOn: string | null
}

export type NewAssignment = {
  readonly jurisdictionId: string
  readonly id: string
  readonly projectId: string
  readonly recordId?: string
  readonly endsOn?: string
} & ({ readonly personId: string } | { readonly organisationId: string })

const COLUMNS = sql`jurisdiction_id as "jurisdictionId", id, project_id as "projectId", record_id as "recordId",
  person_id as "personId", organisation_id as "organisationId", ends_on as "endsOn"`

/** From here on the expert or institution sees this project, and no other. */
export async function insertAssignment(db: Kysely<Schema>, assignment: NewAssignment): Promise<void> {
  await db
    .insertInto('assignment')
    .values({
      jurisdiction_id: assignment.jurisdictionId,
      id: assignment.id,
      project_id: assignment.projectId,
      record_id: assignment.recordId ?? null,
      person_id: 'personId' in assignment ? assignment.personId : null,
      organisation_id: 'organisationId' in assignment ? assignment.organisationId : null,
      ends_on: assignment.endsOn ?? null,
    })
    .execute()
}

/** Who is or was assigned to a project, in the order of assigning. */
export async function findAssignments(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string; readonly projectId: string; readonly recordId?: string },
): Promise<Assignment[]> {
  const { rows } = await sql<Assignment>`
    select ${COLUMNS} from assignment
    where jurisdiction_id = ${where.jurisdictionId} and project_id = ${where.projectId}
      and (${where.recordId ?? null}::uuid is null or record_id = ${where.recordId ?? null}::uuid)
    order by id`.execute(db)
  return rows
}

/**
 * Sets the last day of the assignments made for a record: the work is done, the view ends.
 * @param person whose alone; everybody's when left out
 */
export async function endAssignments(
  db: Kysely<Schema>,
  record: { readonly jurisdictionId: string; readonly id: string },
  endsOn: string,
  person?: string,
): Promise<void> {
  const ending = db
    .updateTable('assignment')
    .set({ ends_on: endsOn })
    .where('jurisdiction_id', '=', record.jurisdictionId)
    .where('record_id', '=', record.id)
  await (person === undefined ? ending : ending.where('person_id', '=', person)).execute()
}

/** Those of the given people who hold a post in which they may score on a day, in the given order. */
export async function findRaters(
  db: Kysely<Schema>,
  people: readonly string[],
  today: string,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select person.id, person.name
    from unnest(${people as string[]}::uuid[]) with ordinality wanted(id, place)
    join person on person.id = wanted.id
    where exists (
      select 1 from post where post.person_id = person.id and post.role in ('expert', 'agency')
        and post.valid_from <= ${today}::date and (post.valid_to is null or post.valid_to >= ${today}::date))
    order by wanted.place`.execute(db)
  return rows
}
