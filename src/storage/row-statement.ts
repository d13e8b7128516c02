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
 * version arises; it is stamped here, so that the trigger need not. A row of another record differs in its record,
 * so that the second wall refuses the statement where that row is not to be seen (`throwForeignRow`); where it is,
 * `strange` tells, and the caller must refuse.
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
        where ${text.differs})`,
  ]
}

/** What of the rows of one record is to be written, when it is known what is stored. */
export type RowChanges = {
  readonly table: BoundTable
  readonly jurisdictionId: string
  readonly recordId: string
  readonly columns: readonly string[]
  readonly added: readonly object[]
  readonly changed: readonly object[]
  /** Ids of rows that are no longer there. */
  readonly gone: readonly string[]
}

/**
 * The parts of a statement that writes changes to the rows of one record; none where nothing changed. An added row
 * whose id is in use already is a unique violation; a changed row that turns out equal is left alone.
 */
export function changeParts(changes: RowChanges): RawBuilder<unknown>[] {
  const { table, jurisdictionId, recordId, columns, added, changed, gone } = changes
  const text = textsOf(table, columns)
  const name = sql.raw(table)
  const given = (rows: readonly object[]) =>
    sql`jsonb_populate_recordset(null::${name}, ${JSON.stringify(rows)}::jsonb) g`
  const isOwn = sql`t.jurisdiction_id = ${jurisdictionId} and t.record_id = ${recordId}`
  const parts: RawBuilder<unknown>[] = []
  if (gone.length > 0) {
    parts.push(
      sql`${part(table, 'gone')} as (delete from ${name} t where ${isOwn} and t.id = any(${gone}::uuid[]))`,
    )
  }
  if (changed.length > 0) {
    parts.push(sql`${part(table, 'changed')} as (
      update ${name} t set ${text.setsOfGiven}, recorded_from = now(), recorded_tx = pg_current_xact_id()::text::bigint
      from ${given(changed)} where ${isOwn} and t.id = g.id and ${text.differsFromGiven})`)
  }
  if (added.length > 0) {
    parts.push(sql`${part(table, 'added')} as (
      insert into ${name} (${text.columns}, recorded_from, recorded_tx)
      select ${text.given}, now(), pg_current_xact_id()::text::bigint from ${given(added)})`)
  }
  return parts
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
    setsOfGiven: sql.raw(updates.map((name) => `${name} = g.${name}`).join(', ')),
    differsFromGiven: sql.raw(`(${list('t', updates)}) is distinct from (${list('g', updates)})`),
  }
}
