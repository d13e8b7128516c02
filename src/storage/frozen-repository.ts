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

/** Adds the next version; nothing can change it afterwards. */
export async function insertFrozen(
  db: Kysely<Schema>,
  version: {
    readonly jurisdictionId: string
    readonly id: string
    readonly recordId: string
    readonly projectId: string | null
    readonly number: number
    readonly action: string
    readonly actId: string
    readonly content: string
    readonly digest: string
    readonly now: string
  },
): Promise<void> {
  await db
    .insertInto('frozen')
    .values({
      jurisdiction_id: version.jurisdictionId,
      id: version.id,
      record_id: version.recordId,
      project_id: version.projectId,
      number: version.number,
      action: version.action,
      act_id: version.actId,
      content: version.content,
      digest: version.digest,
      frozen_at: version.now,
    })
    .execute()
}
