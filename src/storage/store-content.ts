import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { BoundTable, Content, ContentRow } from '../domain/forms/form.ts'
import { type RowOwner, refuseForeignRows, toStoredRows } from './bound-rows.ts'
import type { RecordRow } from './record-repository.ts'
import type { Schema } from './schema.ts'

/** The rows that one table of a form is to have. */
export type TableRows = {
  readonly table: BoundTable
  readonly owner: RowOwner
  readonly rows: readonly ContentRow[]
}

/**
 * Writes content, makes the rows of its tables equal to the given ones, and raises the version by one: all in
 * one statement. Rows that did not change are left alone, so that no empty version arises. Every condition is
 * a plain comparison: PostgreSQL then plans the statement once per connection and not at every save.
 * @throws DomainError INVALID_INPUT for a row that stands twice or belongs to another record
 */
export async function updateRecordContent(
  db: Kysely<Schema>,
  record: RecordRow,
  content: Content,
  tables: readonly TableRows[],
): Promise<number> {
  const version = record.version + 1
  const parts = tables.flatMap((one) => partsOf(record, one))
  const strange = tables.map(({ table }) => sql`exists (select from ${part(table, 'strange')})`)
  const update = sql`update record set content = ${JSON.stringify(content)}::jsonb, version = ${version}
    where jurisdiction_id = ${record.jurisdictionId} and id = ${record.id}`
  if (tables.length === 0) {
    await update.execute(db)
    return version
  }
  const { rows } = await sql<{ hasStrange: boolean }>`
    with ${sql.join(parts)}, updated as (${update})
    select ${sql.join(strange, sql` or `)} as "hasStrange"`.execute(db)
  refuseForeignRows(rows[0]?.hasStrange ?? true, tables[0]?.table ?? 'indicator')
  return version
}

/** Name of a part of the statement. */
const part = (table: BoundTable, name: string) => sql.raw(`${table}_${name}`)

/** The text that depends on the table alone is put together once. */
const texts = new Map<BoundTable, ReturnType<typeof textsOf>>()

function textsOf(table: BoundTable, columns: readonly string[]) {
  const updates = columns.filter((column) => column !== 'id' && column !== 'jurisdiction_id')
  const list = (alias: string, names: readonly string[]) => names.map((name) => `${alias}.${name}`).join(', ')
  return {
    columns: sql.raw(columns.join(', ')),
    given: sql.raw(list('g', columns)),
    sets: sql.raw(updates.map((name) => `${name} = excluded.${name}`).join(', ')),
    differs: sql.raw(`(${list(table, updates)}) is distinct from (${list('excluded', updates)})`),
  }
}

/** What is given; which of it belongs to another record; what goes; what is written. */
function partsOf(record: RecordRow, { table, owner, rows }: TableRows): RawBuilder<unknown>[] {
  const { stored, columns } = toStoredRows(table, owner, rows)
  const text = texts.get(table) ?? textsOf(table, columns)
  texts.set(table, text)
  const [given, name] = [part(table, 'given'), sql.raw(table)]
  return [
    sql`${given} as materialized (
      select * from jsonb_populate_recordset(null::${name}, ${JSON.stringify(stored)}::jsonb))`,
    sql`${part(table, 'strange')} as (
      select 1 from ${given} g cross join lateral (
        select t.record_id from ${name} t
        where t.jurisdiction_id = ${record.jurisdictionId} and t.id = g.id offset 0) known
      where known.record_id is distinct from ${record.id}::uuid)`,
    sql`${part(table, 'gone')} as (
      delete from ${name} t
      where t.jurisdiction_id = ${record.jurisdictionId} and t.record_id = ${record.id}
        and not exists (select from ${given} g where g.id = t.id))`,
    // Stamped here, a row is not stamped once more by the trigger.
    sql`${part(table, 'written')} as (
      insert into ${name} (${text.columns}, recorded_from, recorded_tx)
      select ${text.given}, now(), pg_current_xact_id()::text::bigint from ${given} g
      on conflict (jurisdiction_id, id) do update
        set ${text.sets}, recorded_from = excluded.recorded_from, recorded_tx = excluded.recorded_tx
        where ${name}.record_id = excluded.record_id and ${text.differs})`,
  ]
}
