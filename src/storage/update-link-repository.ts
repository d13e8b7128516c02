import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

export type NewUpdateLink = {
  readonly id: string
  readonly jurisdictionId: string
  readonly projectId: string
  readonly recordId: string
  readonly personId: string
  readonly postId: string
  readonly tokenHash: Buffer
  readonly expiresOn: string
  readonly now: string
  readonly madeBy: string
}

export async function insertUpdateLink(db: Kysely<Schema>, link: NewUpdateLink): Promise<void> {
  await sql`insert into update_link (jurisdiction_id, id, project_id, record_id, person_id, post_id, token_hash,
      expires_on, made_at, made_by)
    values (${link.jurisdictionId}, ${link.id}, ${link.projectId}, ${link.recordId}, ${link.personId}, ${link.postId},
      ${link.tokenHash}, ${link.expiresOn}, ${link.now}, ${link.madeBy})`.execute(db)
}

/** The record and the post a link stands for; nothing when it is unknown or over. */
export async function findUpdateLink(
  db: Kysely<Schema>,
  tokenHash: Buffer,
  today: string,
): Promise<{ readonly recordId: string; readonly postId: string } | undefined> {
  const { rows } = await sql<{ recordId: string; postId: string }>`
    select record_id as "recordId", post_id as "postId" from find_update_link(${tokenHash}, ${today})`.execute(
    db,
  )
  return rows[0]
}

/** The post a person holds in an organisation on a day. */
export async function findPostIn(
  db: Kysely<Schema>,
  where: { readonly personId: string; readonly organisationId: string; readonly on: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from post where person_id = ${where.personId} and organisation_id = ${where.organisationId}
      and role = 'unit' and valid_from <= ${where.on}::date and (valid_to is null or valid_to >= ${where.on}::date)
    order by valid_from desc, id limit 1`.execute(db)
  return rows[0]?.id
}
