import { type PostgresPoolClient, sql } from 'kysely'
import pg from 'pg'
import { expect, test } from 'vitest'
import { nameStatements, preparing } from './prepared.ts'
import { useTestDatabase } from './testing.ts'

const database = useTestDatabase()

test('a statement is named from its third use, by its text: two namers agree, two statements differ', () => {
  const third = (nameOf: (text: string) => string | undefined, text: string) =>
    Array.from({ length: 4 }, () => nameOf(text))
  const [, early, name, again] = third(nameStatements(), 'select 1')
  expect(early).toBeUndefined()
  expect(name).toMatch(/^often_[0-9a-f]{32}$/)
  expect(again).toBe(name)
  expect(third(nameStatements(), 'select 1')[2]).toBe(name)
  expect(third(nameStatements(), 'select 2')[2]).not.toBe(name)
})

test('statements that are never the same get no name, and no end of others does not either', () => {
  const nameOf = nameStatements()
  for (let n = 0; n < 5000; n += 1) expect(nameOf(`select ${n}`)).toBeUndefined()
  const names = new Set<string>()
  for (let n = 0; n < 500; n += 1)
    for (let use = 0; use < 3; use += 1) {
      const name = nameOf(`select ${n}, ${n}`)
      if (name) names.add(name)
    }
  expect(names.size).toBe(120)
})

test('named statements work as the application, see their own scope, and fail as others do', async () => {
  const scope = (kind: string) =>
    database.query.transaction().execute(async (trx) => {
      await sql`select set_config('jiheng.scope', ${kind}, true)`.execute(trx)
      const { rows } = await sql<{ kind: string; who: string }>`
        select scope_kind() as kind, current_user::text as who where ${kind}::text is not null`.execute(trx)
      return rows[0]
    })
  for (const kind of ['unit', 'province', 'unit', 'department', 'province'])
    expect(await scope(kind)).toEqual({ kind, who: 'jiheng_app' })
  const divide = (by: number) => sql<{ part: number }>`select 6 / ${by}::int as part`.execute(database.query)
  const parts = []
  for (const by of [3, 0, 2, 0, 1])
    parts.push(
      await divide(by).then(
        ({ rows }) => rows[0]?.part,
        () => 'refused',
      ),
    )
  expect(parts).toEqual([2, 'refused', 3, 'refused', 6])
})

test('whoever waits too long for a connection is told so in words, and nothing else is called busy', async () => {
  const { address } = database
  const settings = { ...('url' in address ? { connectionString: address.url } : address), max: 1 }
  const pool = new pg.Pool({ ...settings, connectionTimeoutMillis: 50 })
  const asked = preparing(pool)
  const lent = await asked.connect()
  await expect(asked.connect()).rejects.toMatchObject({
    code: 'TOO_BUSY',
    message: expect.stringContaining('请等几秒再试'),
  })
  lent.release()
  ;(await asked.connect()).release()
  await pool.end()
  await expect(asked.connect()).rejects.not.toMatchObject({ code: 'TOO_BUSY' })
})

test.each([
  ['whose transaction is still open', 'select 1', []],
  ['that the driver stumbled over', 'select $1', [unspeakable()]],
])('a connection %s is not given to the next person', async (_what, text, values) => {
  const { address } = database
  const pool = new pg.Pool({
    ...('url' in address ? { connectionString: address.url } : address),
    max: 1,
    pipeline: true,
  })
  const asked = preparing(pool)
  const pidOf = async (client: PostgresPoolClient) =>
    (await client.query<{ pid: number }>('select pg_backend_pid() as pid', [])).rows[0]?.pid
  const sound = await asked.connect()
  const pid = await pidOf(sound)
  await sound.query('select 1/0', []).catch(() => undefined)
  sound.release()
  const lent = await asked.connect()
  expect(await pidOf(lent)).toBe(pid)
  await lent.query('begin', [])
  await lent.query(text, values).catch(() => undefined)
  lent.release()
  const next = await asked.connect()
  expect(await pidOf(next)).not.toBe(pid)
  next.release()
  await pool.end()
})

/** A value that the driver cannot turn into what it sends. */
function unspeakable() {
  return {
    toPostgres: () => {
      throw new Error('unspeakable')
    },
  }
}
