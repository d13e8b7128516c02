import net from 'node:net'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Database, type DatabaseAddress, kyselyOn, openDatabase } from './connection.ts'
import { lastOfTransaction } from './round-trips.ts'
import { useTestDatabase } from './testing.ts'

const database = useTestDatabase()

/** Where the next piece is lost: what goes to the database, or its answer. */
let cut: 'question' | 'answer' | undefined
let wire: net.Server
let behind: Database
const unhandled: unknown[] = []
const note = (error: unknown) => unhandled.push(error)

function toServer(address: DatabaseAddress): net.Socket {
  if (!('url' in address)) return net.connect(path.join(address.host, `.s.PGSQL.${address.port}`))
  const { hostname, port } = new URL(address.url)
  return net.connect(Number(port || 5432), hostname)
}

/** The same database, over a wire that can be cut. */
function overWire(address: DatabaseAddress, port: number): DatabaseAddress {
  if (!('url' in address)) return { ...address, host: '127.0.0.1', port }
  const url = new URL(address.url)
  url.host = `127.0.0.1:${port}`
  return { url: url.href }
}

beforeAll(async () => {
  process.on('unhandledRejection', note)
  wire = net.createServer((client) => {
    const server = toServer(database.address)
    const end = () => [client, server].map((one) => one.destroy())
    for (const one of [client, server]) one.on('error', end).on('close', end)
    client.on('data', (data) => (cut === 'question' ? end() : server.write(data)))
    server.on('data', (data) => (cut === 'answer' ? end() : client.write(data)))
  })
  await new Promise<void>((ready) => wire.listen(0, '127.0.0.1', ready))
  const { port } = wire.address() as net.AddressInfo
  behind = openDatabase(overWire(database.address, port), { ownerConnections: 1 })
  await database.owner.query('create table kept (n integer)')
})
afterEach(() => {
  cut = undefined
})
afterAll(async () => {
  await behind.close()
  wire.close()
  process.off('unhandledRejection', note)
})

test.each<[typeof cut, boolean]>([
  ['question', false],
  ['answer', true],
])(
  'a connection cut at the %s of the last statement is an error, whether it was stored (%s) or not',
  async (at, isStored) => {
    const db = kyselyOn(behind.owner)
    const kept = async () => (await sql<{ n: number }>`select n from kept order by n`.execute(db)).rows
    await sql`delete from kept`.execute(db)
    const save = (n: number, lost?: typeof cut) =>
      db.transaction().execute(async (trx) => {
        await sql`select ${n}::integer`.execute(trx)
        cut = lost
        await sql`${lastOfTransaction} insert into kept values (${n}::integer)`.execute(trx)
      })
    // Often enough that everything is prepared and travels under one Sync; the cut makes a new connection each time.
    const expected: number[] = []
    for (const round of [10, 20]) {
      for (const n of [1, 2, 3, 4]) await save(round + n)
      await expect(save(round + 5, at)).rejects.toThrow()
      cut = undefined
      expected.push(...[1, 2, 3, 4, ...(isStored ? [5] : [])].map((n) => round + n))
      expect((await kept()).map(({ n }) => n)).toEqual(expected)
    }
    expect(unhandled).toEqual([])
  },
)
