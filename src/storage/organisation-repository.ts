import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

export type Organisation = {
  readonly id: string
  readonly jurisdictionId: string
  readonly kind: string
  readonly name: string
  readonly code: string | null
  readonly parentId: string | null
  readonly documentPrefix: string | null
}

const COLUMNS = [
  'id',
  'jurisdiction_id as jurisdictionId',
  'kind',
  'name',
  'code',
  'parent_id as parentId',
  'document_prefix as documentPrefix',
] as const

/** The organisation, or nothing. */
export async function findOrganisation(db: Kysely<Schema>, id: string): Promise<Organisation | undefined> {
  return db.selectFrom('organisation').where('id', '=', id).select(COLUMNS).executeTakeFirst()
}

/** Organisations of a jurisdiction, or of all (institutions and experts serve everywhere), by name. */
export async function findOrganisations(
  db: Kysely<Schema>,
  where: { readonly jurisdictionId?: string; readonly kind?: string },
): Promise<Organisation[]> {
  return db
    .selectFrom('organisation')
    .$if(where.jurisdictionId !== undefined, (query) =>
      query.where('jurisdiction_id', '=', where.jurisdictionId as string),
    )
    .$if(where.kind !== undefined, (query) => query.where('kind', '=', where.kind as string))
    .select(COLUMNS)
    .orderBy('jurisdiction_id')
    .orderBy('kind')
    .orderBy('name')
    .execute()
}

export type Jurisdiction = {
  readonly id: string
  readonly name: string
  readonly parentId: string | null
  readonly level: 'province' | 'city' | 'county'
  readonly kind: string
  readonly tileColumn: number
  readonly tileRow: number
}

/** All jurisdictions in the order of their codes. */
export async function findJurisdictions(db: Kysely<Schema>): Promise<Jurisdiction[]> {
  return db
    .selectFrom('jurisdiction')
    .select([
      'id',
      'name',
      'parent_id as parentId',
      'level',
      'kind',
      'tile_column as tileColumn',
      'tile_row as tileRow',
    ])
    .orderBy('id')
    .execute()
}

/** People who may be asked as experts on a day: an expert's post that has begun and not ended. */
export async function findExperts(
  db: Kysely<Schema>,
  today: string,
): Promise<{ id: string; name: string; employer: string | null; field: string | null }[]> {
  const { rows } = await sql<{ id: string; name: string; employer: string | null; field: string | null }>`
    select person.id, person.name, person.employer, person.expert_field as field
    from person
    where person.is_expert and exists (
      select 1 from post where post.person_id = person.id and post.role = 'expert'
        and post.valid_from <= ${today}::date and (post.valid_to is null or post.valid_to >= ${today}::date))
    order by person.name, person.id`.execute(db)
  return rows
}

/** Registers an organisation from a day on. */
export async function insertOrganisation(
  db: Kysely<Schema>,
  organisation: {
    readonly id: string
    readonly jurisdictionId: string
    readonly kind: string
    readonly name: string
    readonly code?: string
    readonly parentId?: string
    readonly documentPrefix?: string
    readonly validFrom: string
  },
): Promise<void> {
  await db
    .insertInto('organisation')
    .values({
      id: organisation.id,
      jurisdiction_id: organisation.jurisdictionId,
      kind: organisation.kind,
      name: organisation.name,
      code: organisation.code ?? null,
      parent_id: organisation.parentId ?? null,
      document_prefix: organisation.documentPrefix ?? null,
      valid_from: organisation.validFrom,
      valid_to: null,
    })
    .execute()
}
