import { type Kysely, sql } from 'kysely'
import type { Role } from '../domain/org/roles.ts'
import type { Schema } from './schema.ts'

/** One post a person holds or held, with the house it is in. */
export type HeldPost = {
  readonly person: string
  readonly name: string
  readonly role: Role
  readonly organisationId: string
  readonly house: string
  /** Last day; open without it. */
  readonly until: string | null
  /** Whether it is held on the day asked for. */
  readonly isOpen: boolean
}

/** Every post of these people up to a day, the newest first. */
export async function findHeldPosts(
  db: Kysely<Schema>,
  people: readonly string[],
  on: string,
): Promise<HeldPost[]> {
  if (people.length === 0) return []
  const { rows } = await sql<HeldPost>`
    select person.id as person, person.name, post.role, organisation.id as "organisationId", organisation.name as house,
      post.valid_to as until, (post.valid_to is null or post.valid_to >= ${on}::date) as "isOpen"
    from person join post on post.person_id = person.id join organisation on organisation.id = post.organisation_id
    where person.id = any(${people as string[]}::uuid[]) and post.valid_from <= ${on}::date
    order by post.valid_from desc, post.id`.execute(db)
  return rows
}
