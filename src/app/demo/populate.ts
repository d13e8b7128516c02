import type { Kysely } from 'kysely'
import type { Schema } from '../../storage/schema.ts'
import type { Product } from '../product.ts'
import { insertDivisions } from '../setup/set-up.ts'
import { hashPassword } from '../session/password-hash.ts'
import type { Cast, CastBody, CastPerson } from './cast.ts'

/** Everybody's and every body's id, by the keys of the cast. */
export type Residents = {
  readonly bodies: ReadonlyMap<string, string>
  readonly posts: ReadonlyMap<string, { readonly personId: string; readonly postId: string }>
}

/** Bodies and posts are older than anything that happens. */
const SINCE = '2020-01-01'

/**
 * Fills an empty database with the bodies and people of the demonstration, in one transaction with
 * its audit row. Only those with an account name can sign in.
 *
 * The shared password is hashed once: fine for accounts that exist to be tried out and share it
 * anyway, never for real ones, where equal hashes would show equal passwords.
 */
export async function populate(product: Product, cast: Cast, password: string): Promise<Residents> {
  const { newId } = product.services
  const bodies = new Map(cast.bodies.map(({ key }) => [key, newId()]))
  const posts = new Map(cast.people.map(({ key }) => [key, { personId: newId(), postId: newId() }]))
  const residents = { bodies, posts }
  const hash = await hashPassword(password)
  await product.db.transaction().execute(async (trx) => {
    await trx.insertInto('installation').values({ is_demo: true }).execute()
    await insertDivisions(trx, product.divisions)
    await trx
      .insertInto('organisation')
      .values(cast.bodies.map((body) => bodyRow(residents, body)))
      .execute()
    await insertPeople(trx, cast, residents, hash)
    await noteDemo(trx, newId(), 'demo.populate', '建立演示机构和人员')
  })
  return residents
}

function bodyRow({ bodies }: Residents, body: CastBody) {
  return {
    id: bodies.get(body.key) ?? '',
    jurisdiction_id: body.jurisdiction,
    kind: body.kind,
    name: body.name,
    code: null,
    parent_id: body.parent ? (bodies.get(body.parent) ?? null) : null,
    document_prefix: body.prefix ?? null,
    valid_from: SINCE,
    valid_to: null,
  }
}

async function insertPeople(db: Kysely<Schema>, cast: Cast, { bodies, posts }: Residents, hash: string) {
  const places = new Map(cast.bodies.map(({ key, jurisdiction }) => [key, jurisdiction]))
  const idOf = (person: CastPerson) => posts.get(person.key) ?? { personId: '', postId: '' }
  const people = cast.people.map((person) => ({
    id: idOf(person).personId,
    name: person.name,
    employer: person.employer ?? null,
    is_expert: person.role === 'expert',
    expert_field: person.field ?? null,
  }))
  const accounts = cast.people.flatMap((person) =>
    person.account
      ? [
          {
            person_id: idOf(person).personId,
            username: person.account,
            password_hash: hash,
            locked_until: null,
          },
        ]
      : [],
  )
  const held = cast.people.map((person) => ({
    id: idOf(person).postId,
    person_id: idOf(person).personId,
    organisation_id: bodies.get(person.body) ?? '',
    jurisdiction_id: places.get(person.body) ?? '',
    role: person.role,
    title: person.title,
    valid_from: SINCE,
    valid_to: null,
    handed_over_from: null,
  }))
  await db.insertInto('person').values(people).execute()
  await db.insertInto('account').values(accounts).execute()
  await db.insertInto('post').values(held).execute()
}

/** An audit row of the demonstration's own doing. */
export async function noteDemo(
  db: Kysely<Schema>,
  id: string,
  use_case: string,
  title: string,
): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      id,
      jurisdiction_id: null,
      person_id: null,
      post_id: null,
      role: null,
      use_case,
      title,
      outcome: 'done',
      subject_kind: 'installation',
      subject_id: null,
      project_id: null,
      address: null,
      request_id: null,
      changes: '[]',
    })
    .execute()
}
