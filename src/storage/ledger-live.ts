import { type Kysely, sql } from 'kysely'
import type { FormDefinition } from '../domain/forms/form.ts'
import type { StoredRow } from '../domain/ledger/contract.ts'
import { findBoundRows } from './bound-rows.ts'
import type { Schema } from './schema.ts'

/** A record as it stands now, with every step that was taken on it. */
export type LiveRecord = {
  readonly row: StoredRow
  readonly content: Readonly<Record<string, unknown>>
  readonly acts: readonly {
    readonly id: string
    readonly toState: string
    readonly version: number
    readonly actedAt: string
  }[]
}

/** The record with its rows, as its form shows them; nothing when it is gone. */
export async function readLiveRecord(
  db: Kysely<Schema>,
  record: { readonly jurisdictionId: string; readonly id: string },
  form: FormDefinition,
): Promise<LiveRecord | undefined> {
  const { rows } = await sql<LiveRecord>`
    select text_columns(to_jsonb(r) - 'content') as row, r.content,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'toState', a.to_state, 'version', a.version,
        'actedAt', a.acted_at) order by a.sequence) from act a
        where a.jurisdiction_id = r.jurisdiction_id and a.record_id = r.id), '[]') as acts
    from record r where r.jurisdiction_id = ${record.jurisdictionId} and r.id = ${record.id}`.execute(db)
  const [found] = rows
  if (!found) return undefined
  const content: Record<string, unknown> = { ...found.content }
  for (const { id, bound } of form.sections.flatMap(({ fields }) => fields)) {
    if (!bound) continue
    const owner = { jurisdictionId: record.jurisdictionId, recordId: record.id }
    content[id] = await findBoundRows(db, bound, owner)
  }
  return { ...found, content }
}

export type LiveProject = {
  readonly row: StoredRow
  readonly content: Readonly<Record<string, unknown>>
  /** Steps of all its records in the order they were taken. */
  readonly steps: readonly { readonly kind: string; readonly action: string }[]
}

export async function readLiveProject(
  db: Kysely<Schema>,
  project: { readonly jurisdictionId: string; readonly id: string },
): Promise<LiveProject | undefined> {
  const { rows } = await sql<LiveProject>`
    select text_columns(to_jsonb(p) - 'content') as row, p.content,
      coalesce((select jsonb_agg(jsonb_build_object('kind', r.kind, 'action', a.action) order by a.recorded_tx, a.sequence)
        from act a join record r on r.jurisdiction_id = a.jurisdiction_id and r.id = a.record_id
        where a.jurisdiction_id = p.jurisdiction_id and a.project_id = p.id), '[]') as steps
    from project p where p.jurisdiction_id = ${project.jurisdictionId} and p.id = ${project.id}`.execute(db)
  return rows[0]
}
