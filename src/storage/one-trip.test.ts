import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendInOneTrip } from './one-trip.ts'
import { useTestDatabase } from './testing.ts'

const database = useTestDatabase()

let pool: pg.Pool
let client: pg.PoolClient
beforeAll(async () => {
  const { address } = database
  pool = new pg.Pool({
    ...('url' in address ? { connectionString: address.url } : address),
    max: 1,
    pipeline: true,
  })
  client = await pool.connect()
  await client.query('create temporary table kept (n integer primary key deferrable initially deferred)')
})
afterAll(async () => {
  client.release()
  await pool.end()
})

const WHOLE = { begins: true, commits: true }
const kept = async () => (await client.query('select n from kept order by n')).rows.map(({ n }) => n)
const add = (n: number | string, name?: string) => ({
  text: 'insert into kept values ($1::integer) returning n',
  values: [n],
  ...(name === undefined ? {} : { name }),
})

test('begin, statement and commit are one transaction, whether they were prepared before or not', async () => {
  for (const n of [1, 2, 3]) {
    expect(await sendInOneTrip(client, add(n, 'add'), WHOLE)).toMatchObject({
      command: 'INSERT',
      rows: [{ n }],
    })
  }
  expect(await sendInOneTrip(client, add(4), WHOLE)).toMatchObject({ rows: [{ n: 4 }] })
  expect(await kept()).toEqual([1, 2, 3, 4])
})

test('in three trips nothing is there before the commit', async () => {
  await sendInOneTrip(client, add(5, 'add'), { begins: true, commits: false })
  await sendInOneTrip(client, add(6, 'add'), { begins: false, commits: false })
  await client.query('savepoint here')
  await sendInOneTrip(client, add(7, 'add'), { begins: false, commits: true })
  expect(await kept()).toEqual([1, 2, 3, 4, 5, 6, 7])
})

test.each([
  ['a statement that fails', add('x', 'add'), 'integer'],
  [
    'one that PostgreSQL cannot read',
    { text: 'select nothing from nowhere', values: [], name: 'unread' },
    'nowhere',
  ],
  ['a commit that fails', add(1, 'add'), 'duplicate'],
])('%s is thrown, is rolled back and leaves the connection usable', async (_what, statement, said) => {
  for (const _again of [1, 2]) {
    await expect(sendInOneTrip(client, statement, WHOLE)).rejects.toThrow(said)
    await client.query('rollback')
  }
  expect(await kept()).toEqual([1, 2, 3, 4, 5, 6, 7])
})

test('what the driver cannot put into words is thrown, and nothing before it is committed', async () => {
  const unspeakable = {
    toPostgres: () => {
      throw new Error('unspeakable')
    },
  }
  await sendInOneTrip(client, add(8, 'add'), { begins: true, commits: false })
  const last = { text: 'select $1::text', values: [unspeakable] }
  await expect(sendInOneTrip(client, last, { begins: false, commits: true })).rejects.toThrow('unspeakable')
  await client.query('rollback')
  expect(await kept()).toEqual([1, 2, 3, 4, 5, 6, 7])
})

test('a statement that the driver refuses to send is thrown and not waited for', async () => {
  const other = { text: 'select 8', values: [], name: 'add' }
  await expect(sendInOneTrip(client, other, WHOLE)).rejects.toThrow('unique')
  await client.query('rollback')
  expect(await kept()).toEqual([1, 2, 3, 4, 5, 6, 7])
})
