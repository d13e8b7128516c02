import { type RawBuilder, sql } from 'kysely'
import type { BoundTable } from '../domain/forms/form.ts'

/** Rows as their table is to have them, for one record or many of one place. */
export type GivenRows = {
  readonly table: BoundTable
  readonly jurisdictionId: string
  /** Of a row `t` of the table: whether it belongs to these records. */
  readonly isOfRecords: RawBuilder<unknown>
  readonly columns: readonly string[]
  readonly stored: readonly object[]
}

/** Name of a part of the statement. */
const part = (table: BoundTable, name: string) => sql.raw(`${table}_${name}`)

/** Whether a given row belongs to another record already. */
export const hasStrange = (table: BoundTable) => sql`exists (select from ${part(table, 'strange')})`

/**
 * The parts of a statement that makes the rows of records equal to the given ones: what is given; which of it
 * belongs to another record; what goes; what is written. A row that did not change is left alone, so that no empty
 * version arises; it is stamped here, so that the trigger need not.
 */
export function rowParts({
  table,
  jurisdictionId,
  isOfRecords,
  columns,
  stored,
}: GivenRows): RawBuilder<unknown>[] {
  const text = textsOf(table, columns)
  const [given, name] = [part(table, 'given'), sql.raw(table)]
  return [
    sql`${given} as materialized (
      select * from jsonb_populate_recordset(null::${name}, ${JSON.stringify(stored)}::jsonb))`,
    // Each is looked for by its key: the rows of a whole county must not be read for it.
    sql`${part(table, 'strange')} as (
      select 1 from ${given} g cross join lateral (
        select t.record_id from ${name} t
        where t.jurisdiction_id = ${jurisdictionId} and t.id = g.id offset 0) known
      where known.record_id is distinct from g.record_id)`,
    sql`${part(table, 'gone')} as (
      delete from ${name} t where t.jurisdiction_id = ${jurisdictionId} and ${isOfRecords}
        and t.id not in (select g.id from ${given} g))`,
    sql`${part(table, 'written')} as (
      insert into ${name} (${text.columns}, recorded_from, recorded_tx)
      select ${text.given}, now(), pg_current_xact_id()::text::bigint from ${given} g
      on conflict (jurisdiction_id, id) do update
        set ${text.sets}, recorded_from = excluded.recorded_from, recorded_tx = excluded.recorded_tx
        where ${name}.record_id is not distinct from excluded.record_id and ${text.differs})`,
  ]
}

/** The text that depends on the table alone is put together once. */
const texts = new Map<BoundTable, ReturnType<typeof makeTexts>>()

function textsOf(table: BoundTable, columns: readonly string[]) {
  const text = texts.get(table) ?? makeTexts(table, columns)
  texts.set(table, text)
  return text
}

function makeTexts(table: BoundTable, columns: readonly string[]) {
  const updates = columns.filter((column) => column !== 'id' && column !== 'jurisdiction_id')
  const list = (alias: string, names: readonly string[]) => names.map((name) => `${alias}.${name}`).join(', ')
  return {
    columns: sql.raw(columns.join(', ')),
    given: sql.raw(list('g', columns)),
    sets: sql.raw(updates.map((name) => `${name} = excluded.${name}`).join(', ')),
    differs: sql.raw(`(${list(table, updates)}) is distinct from (${list('excluded', updates)})`),
  }
}
