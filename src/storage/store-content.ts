import { isDeepStrictEqual } from 'node:util'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { BoundTable, Content, ContentRow } from '../domain/forms/form.ts'
import { type RowOwner, refuseForeignRows, throwForeignRow, toStoredRows } from './bound-rows.ts'
import type { RecordRow } from './record-repository.ts'
import { changeParts, hasStrange, rowParts } from './row-statement.ts'
import type { Schema } from './schema.ts'

/** The rows that one table of a form is to have. */
export type TableRows = {
  readonly table: BoundTable
  readonly owner: RowOwner
  readonly rows: readonly ContentRow[]
}

/**
 * Writes content, makes the rows of its tables equal to the given ones, and raises the version by one: all in
 * one statement. Every condition is a plain comparison: PostgreSQL then plans the statement once per connection
 * and not at every save.
 * @throws DomainError INVALID_INPUT for a row that stands twice or belongs to another record
 */
export async function updateRecordContent(
  db: Kysely<Schema>,
  record: RecordRow,
  content: Content,
  tables: readonly TableRows[],
): Promise<number> {
  const version = record.version + 1
  const { jurisdictionId } = record
  const update = updateOf(record, content)
  const [first] = tables
  if (!first) {
    await update.execute(db)
    return version
  }
  const isOfRecords = sql`t.record_id = ${record.id}`
  const parts = tables.flatMap(({ table, owner, rows }) =>
    rowParts({ table, jurisdictionId, isOfRecords, ...toStoredRows(table, [{ owner, rows }]) }),
  )
  const strange = tables.map(({ table }) => hasStrange(table))
  const { rows } = await sql<{ hasStrange: boolean }>`
    with ${sql.join(parts)}, updated as (${update})
    select ${sql.join(strange, sql` or `)} as "hasStrange"`
    .execute(db)
    .catch(throwForeignRow)
  refuseForeignRows(rows[0]?.hasStrange ?? true, first.table)
  return version
}

function updateOf({ jurisdictionId, id, version }: RecordRow, content: Content): RawBuilder<unknown> {
  return sql`update record set content = ${JSON.stringify(content)}::jsonb, version = ${version + 1}
    where jurisdiction_id = ${jurisdictionId} and id = ${id}`
}

/** The rows that one table is to have, and those that are stored, as they were read under the lock on the record. */
export type KnownRows = TableRows & { readonly known: readonly ContentRow[] }

/**
 * The same as parts of a statement that writes something else too: of rows that are known only what changed
 * travels, and nothing is looked for. A row of another record makes that statement fail as a unique violation of
 * its table (`throwForeignRow`).
 * @throws DomainError INVALID_INPUT for a row that stands twice
 */
export function contentParts(
  record: RecordRow,
  content: Content,
  tables: readonly KnownRows[],
): RawBuilder<unknown>[] {
  const { jurisdictionId, id: recordId } = record
  const changes = tables.flatMap((given) => changeParts({ jurisdictionId, recordId, ...changesOf(given) }))
  return [...changes, sql`updated as (${updateOf(record, content)})`]
}

function changesOf({ table, owner, rows, known }: KnownRows) {
  const { columns, stored } = toStoredRows(table, [{ owner, rows }])
  const before = new Map(toStoredRows(table, [{ owner, rows: known }]).stored.map((row) => [row['id'], row]))
  const ids = new Set(stored.map(({ id }) => id))
  return {
    ...{ table, columns },
    added: stored.filter(({ id }) => !before.has(id)),
    changed: stored.filter((row) => before.has(row['id']) && !isDeepStrictEqual(row, before.get(row['id']))),
    gone: [...before.keys()].filter((id) => !ids.has(id)) as string[],
  }
}
