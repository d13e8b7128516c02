import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

/** A post with the names a list of people needs. */
export type PostRow = {
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly username: string
  readonly isDisabled: boolean
  readonly role: string
  readonly title: string
  readonly organisationId: string
  readonly organisationName: string
  readonly jurisdictionId: string
  readonly jurisdictionName: string
  readonly validFrom: string
  readonly validTo: string | null
  readonly version: number
}

/** Posts of a person, of a jurisdiction or of all; on a day only those valid then. */
export async function findPosts(
  db: Kysely<Schema>,
  where: {
    readonly personId?: string
    readonly jurisdictionId?: string
    readonly postId?: string
    readonly on?: string
  },
): Promise<PostRow[]> {
  const { rows } = await sql<PostRow>`
    select post.id, post.person_id as "personId", person.name as "personName", account.username,
      account.is_disabled as "isDisabled", post.role, post.title, post.organisation_id as "organisationId",
      organisation.name as "organisationName", post.jurisdiction_id as "jurisdictionId",
      jurisdiction.name as "jurisdictionName", post.valid_from as "validFrom", post.valid_to as "validTo", post.version
    from post
    join person on person.id = post.person_id
    join account on account.person_id = post.person_id
    join organisation on organisation.id = post.organisation_id
    join jurisdiction on jurisdiction.id = post.jurisdiction_id
    where (${where.personId ?? null}::uuid is null or post.person_id = ${where.personId ?? null}::uuid)
      and (${where.postId ?? null}::uuid is null or post.id = ${where.postId ?? null}::uuid)
      and (${where.jurisdictionId ?? null}::text is null or post.jurisdiction_id = ${where.jurisdictionId ?? null})
      and (${where.on ?? null}::date is null or (post.valid_from <= ${where.on ?? null}::date
        and (post.valid_to is null or post.valid_to >= ${where.on ?? null}::date)))
    order by post.jurisdiction_id, organisation.kind, organisation.name, post.role, person.name, post.id`.execute(
    db,
  )
  return rows
}

/** The person who uses this account name, if anybody does. */
export async function findPersonByUsername(
  db: Kysely<Schema>,
  username: string,
): Promise<string | undefined> {
  const account = await db
    .selectFrom('account')
    .where('username', '=', username)
    .select('person_id')
    .executeTakeFirst()
  return account?.person_id
}

/** Ends a post (whoever is signed in for it is signed out) and begins the same one for its successor. */
export async function handOverPost(
  db: Kysely<Schema>,
  post: PostRow,
  next: { readonly id: string; readonly personId: string; readonly from: string; readonly lastDay: string },
): Promise<void> {
  const [, lastDay] = [next.lastDay, post.validFrom].sort()
  await db
    .updateTable('post')
    .set({ valid_to: lastDay ?? null, version: post.version + 1 })
    .where('id', '=', post.id)
    .execute()
  await db
    .insertInto('post')
    .values({
      id: next.id,
      person_id: next.personId,
      organisation_id: post.organisationId,
      jurisdiction_id: post.jurisdictionId,
      role: post.role,
      title: post.title,
      valid_from: next.from,
      valid_to: null,
      handed_over_from: post.id,
    })
    .execute()
}
