import { type Kysely, sql } from 'kysely'
import type { BoundTable, Content, ContentRow } from '../domain/forms/form.ts'
import { type RowOwner, refuseForeignRows, toStoredRows } from './bound-rows.ts'
import type { RecordRow } from './record-repository.ts'
import { hasStrange, rowParts } from './row-statement.ts'
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
  const update = sql`update record set content = ${JSON.stringify(content)}::jsonb, version = ${version}
    where jurisdiction_id = ${jurisdictionId} and id = ${record.id}`
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
    select ${sql.join(strange, sql` or `)} as "hasStrange"`.execute(db)
  refuseForeignRows(rows[0]?.hasStrange ?? true, first.table)
  return version
}
