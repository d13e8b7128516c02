import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

export type Takeover = {
  readonly id: string
  readonly takenAt: string
  readonly personName: string
  readonly fileName: string
  readonly sha256: string
  readonly differences: readonly object[]
}

/** Keeps what was taken over: the list of differences is the evidence. */
export async function insertTakeover(
  db: Kysely<Schema>,
  takeover: {
    readonly jurisdictionId: string
    readonly id: string
    readonly fiscalYear: number
    readonly file: { readonly name: string; readonly sha256: string }
    readonly differences: readonly object[]
    readonly personId: string
    readonly now: string
  },
): Promise<void> {
  const { jurisdictionId, id, fiscalYear, file, differences, personId, now } = takeover
  await sql`
    insert into exchange_takeover (jurisdiction_id, id, fiscal_year, file_name, file_sha256, differences, person_id, taken_at)
    values (${jurisdictionId}, ${id}, ${fiscalYear}, ${file.name}, ${file.sha256},
      ${JSON.stringify(differences)}::jsonb, ${personId}, ${now})`.execute(db)
}

/** Take-overs of a place and year as far as the scope reaches, the newest first; at most 100. */
export async function findTakeovers(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId: string; readonly fiscalYear: number },
): Promise<Takeover[]> {
  const { rows } = await sql<Takeover>`
    select t.id, t.taken_at as "takenAt", p.name as "personName", t.file_name as "fileName", t.file_sha256 as sha256,
      t.differences
    from exchange_takeover t join person p on p.id = t.person_id
    where t.jurisdiction_id = ${where.jurisdictionId} and t.fiscal_year = ${where.fiscalYear}
    order by t.taken_at desc, t.id limit 100`.execute(db)
  return rows
}
