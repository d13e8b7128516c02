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
