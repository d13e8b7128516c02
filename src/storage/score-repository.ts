import { type Kysely, sql } from 'kysely'
import type { ContentRow } from '../domain/forms/form.ts'
import type { Schema } from './schema.ts'

/**
 * Lays out the lines of a sheet that belongs to somebody else alone. `replaceBoundRows` cannot do
 * this: comparing with what is stored needs the right to read it, which only the author has.
 */
export async function insertScores(
  db: Kysely<Schema>,
  owner: { readonly jurisdictionId: string; readonly projectId: string; readonly recordId: string },
  rows: readonly (ContentRow & {
    readonly id: string
    readonly itemCode: string
    readonly weight_x100: number
  })[],
): Promise<void> {
  const stored = rows.map(({ id, weight_x100, ...content }, ordinal) => ({
    id,
    ordinal,
    item_code: content.itemCode,
    weight_x100,
    content,
  }))
  await sql`
    insert into score (jurisdiction_id, id, record_id, project_id, ordinal, item_code, weight_x100, content)
    select ${owner.jurisdictionId}, r.id, ${owner.recordId}, ${owner.projectId}, r.ordinal, r.item_code,
      r.weight_x100, r.content
    from jsonb_to_recordset(${JSON.stringify(stored)}::jsonb)
      r(id uuid, ordinal integer, item_code text, weight_x100 integer, content jsonb)`.execute(db)
}
