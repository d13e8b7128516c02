import { expect, test } from 'vitest'
import { useTestDatabase } from './testing.ts'

const database = useTestDatabase()

type Columns = { readonly table: string; readonly columns: readonly string[]; readonly kept: string }

/** Every table with a history: its columns, and the text of the function that keeps what is superseded. */
async function versioned(): Promise<Columns[]> {
  const { rows } = await database.owner.query<Columns>(`
    select c.relname as table,
      (select array_agg(attname::text order by attname) from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped) as columns,
      pg_get_functiondef(p.oid) as kept
    from pg_class c join pg_class h on h.relname = c.relname || '_history'
      join pg_proc p on p.proname = 'keep_superseded_' || c.relname
    where c.relkind = 'r' order by 1`)
  return rows
}

test('a history has every column of its table, and every one of them is kept', async () => {
  const tables = await versioned()
  expect(tables.map(({ table }) => table)).toEqual([
    'assignment',
    'attachment',
    'budget_plan',
    'budget_scenario',
    'evidence',
    'execution',
    'indicator',
    'observation',
    'project',
    'record',
    'score',
  ])
  for (const { table, columns, kept } of tables) {
    const { rows } = await database.owner.query<{ name: string }>(
      `select attname::text as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
      [`${table}_history`],
    )
    const history = rows.map(({ name }) => name)
    expect(
      columns.filter((column) => !history.includes(column)),
      table,
    ).toEqual([])
    const list =
      /\((.*), recorded_to\)/
        .exec(kept)?.[1]
        ?.split(', ')
        .map((name) => name.replaceAll('"', '')) ?? []
    expect(list.toSorted(), table).toEqual(columns)
  }
})

test('one statement over many rows keeps each of them as it was, once; a deleted row too', async () => {
  const { owner } = database
  await owner.query(`create table measured (jurisdiction_id text, id uuid primary key, points integer)`)
  await owner.query(`call make_versioned('measured')`)
  await owner.query(
    `insert into measured select '640221', gen_random_uuid(), n from generate_series(1, 1000) n`,
  )
  await owner.query('update measured set points = points + 1000 where points % 2 = 0')
  await owner.query('delete from measured where points = 1')
  const { rows } = await owner.query(`select count(*)::int as n, count(distinct id)::int as ids,
    count(*) filter (where points <= 1000)::int as old, bool_and(recorded_from < recorded_to) as ordered from measured_history`)
  expect(rows).toEqual([{ n: 501, ids: 501, old: 501, ordered: true }])
})

test('a statement cannot stamp a row with another time or transaction than its own', async () => {
  const { owner } = database
  await owner.query(`create table stamped (jurisdiction_id text, id uuid primary key, points integer)`)
  await owner.query(`call make_versioned('stamped')`)
  await owner.query(`insert into stamped (jurisdiction_id, id, points, recorded_from, recorded_tx)
    values ('640221', gen_random_uuid(), 1, '2000-01-01', 7)`)
  await owner.query(`update stamped set points = 2, recorded_from = '1999-01-01', recorded_tx = 8`)
  const { rows } = await owner.query(`select recorded_from > now() - interval '1 minute' as is_now,
    recorded_tx > 8 as is_own from stamped`)
  expect(rows).toEqual([{ is_now: true, is_own: true }])
})
