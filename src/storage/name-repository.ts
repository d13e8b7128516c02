import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

/** Id → name of people and organisations; ids nobody has are left out. */
export async function findNames(db: Kysely<Schema>, ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {}
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from person where id = any(${ids as string[]}::uuid[])
    union all
    select id, name from organisation where id = any(${ids as string[]}::uuid[])`.execute(db)
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}

/** Names of everybody who holds or held a post of a place, each once. */
export async function findNamesOfPlace(db: Kysely<Schema>, jurisdictionId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct person.name from post join person on person.id = post.person_id
    where post.jurisdiction_id = ${jurisdictionId} order by person.name`.execute(db)
  return rows.map(({ name }) => name)
}

/** The name of an administrative division. */
export async function findPlaceName(db: Kysely<Schema>, jurisdictionId: string): Promise<string> {
  const { rows } = await sql<{
    name: string
  }>`select name from jurisdiction where id = ${jurisdictionId}`.execute(db)
  return rows[0]?.name ?? ''
}
