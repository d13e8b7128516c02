import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/** A version that a formal act fixed for ever. */
export type Frozen = {
  readonly id: string
  readonly recordId: string
  readonly number: number
  readonly action: string
  readonly content: unknown
  readonly digest: string
  readonly frozenAt: string
}

/** The frozen versions of a record, oldest first. */
export async function findFrozen(
  db: Kysely<Schema>,
  record: { readonly jurisdictionId: string; readonly id: string },
): Promise<Frozen[]> {
  return db
    .selectFrom('frozen')
    .where('jurisdiction_id', '=', record.jurisdictionId)
    .where('record_id', '=', record.id)
    .select(['id', 'record_id as recordId', 'number', 'action', 'content', 'digest', 'frozen_at as frozenAt'])
    .orderBy('number')
    .execute()
}

/** The frozen versions of several records, oldest first. */
export async function findFrozenOf(
  db: Kysely<Schema>,
  jurisdictionId: string,
  recordIds: readonly string[],
): Promise<Frozen[]> {
  if (recordIds.length === 0) return []
  return db
    .selectFrom('frozen')
    .where('jurisdiction_id', '=', jurisdictionId)
    .where('record_id', 'in', recordIds)
    .select(['id', 'record_id as recordId', 'number', 'action', 'content', 'digest', 'frozen_at as frozenAt'])
    .orderBy('record_id')
    .orderBy('number')
    .execute()
}
