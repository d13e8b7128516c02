import { type Kysely, sql } from 'kysely'
import type { BoundTable, ContentRow, FormDefinition } from '../domain/forms/form.ts'
import type { StoredRow } from '../domain/ledger/contract.ts'
import { asText } from './as-text.ts'
import { findBoundRowsOfMany } from './bound-rows.ts'
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

/** Records of one place with their rows, as their forms show them; nothing for one that is gone. */
export async function readLiveRecords(
  db: Kysely<Schema>,
  jurisdictionId: string,
  records: readonly { readonly id: string; readonly form: FormDefinition }[],
): Promise<(LiveRecord | undefined)[]> {
  const ids = records.map(({ id }) => id)
  const { rows } = await sql<LiveRecord & { id: string }>`
    select r.id, ${asText(sql`to_jsonb(r) - 'content'`)} as row, r.content,
      coalesce((select json_agg(json_build_object('id', a.id, 'toState', a.to_state, 'version', a.version,
        'actedAt', a.acted_at) order by a.sequence) from act a
        where a.jurisdiction_id = r.jurisdiction_id and a.record_id = r.id), '[]') as acts
    from record r where r.jurisdiction_id = ${jurisdictionId} and r.id = any(${ids}::uuid[])`.execute(db)
  const found = new Map(rows.map(({ id, ...record }) => [id, record]))
  const contents = await readBoundRows(db, jurisdictionId, records)
  return records.map(({ id }, n) => {
    const record = found.get(id)
    return record && { ...record, content: { ...record.content, ...contents[n] } }
  })
}

/** The fields of each record whose rows stand in a table of their own. */
async function readBoundRows(
  db: Kysely<Schema>,
  jurisdictionId: string,
  records: readonly { readonly id: string; readonly form: FormDefinition }[],
): Promise<Record<string, unknown>[]> {
  const fields = records.map(({ form }) =>
    form.sections.flatMap(({ fields }) => fields.flatMap(({ id, bound }) => (bound ? [{ id, bound }] : []))),
  )
  const rowsOf = new Map<BoundTable, ReadonlyMap<string, readonly ContentRow[]>>()
  for (const table of new Set(fields.flat().map(({ bound }) => bound))) {
    const own = records.filter((_record, n) => fields[n]?.some(({ bound }) => bound === table))
    const recordIds = own.map(({ id }) => id)
    rowsOf.set(table, await findBoundRowsOfMany(db, table, { jurisdictionId, recordIds }))
  }
  return records.map((record, n) =>
    Object.fromEntries(
      (fields[n] ?? []).map(({ id, bound }) => [id, rowsOf.get(bound)?.get(record.id) ?? []]),
    ),
  )
}

export type LiveProject = {
  readonly row: StoredRow
  readonly content: Readonly<Record<string, unknown>>
  /** Steps of all its records in the order they were taken. */
  readonly steps: readonly { readonly kind: string; readonly action: string }[]
}

/** Projects of one place; nothing for one that is gone. */
export async function readLiveProjects(
  db: Kysely<Schema>,
  jurisdictionId: string,
  ids: readonly string[],
): Promise<(LiveProject | undefined)[]> {
  const { rows } = await sql<LiveProject & { id: string }>`
    select p.id, ${asText(sql`to_jsonb(p) - 'content'`)} as row, p.content,
      coalesce((select json_agg(json_build_object('kind', r.kind, 'action', a.action) order by a.recorded_tx, a.sequence)
        from act a join record r on r.jurisdiction_id = a.jurisdiction_id and r.id = a.record_id
        where a.jurisdiction_id = p.jurisdiction_id and a.project_id = p.id), '[]') as steps
    from project p where p.jurisdiction_id = ${jurisdictionId} and p.id = any(${ids}::uuid[])`.execute(db)
  const found = new Map(rows.map(({ id, ...project }) => [id, project]))
  return ids.map((id) => found.get(id))
}
