import { describe, expect, it } from 'vitest'
import { useTestDatabase } from './testing.ts'

describe('the database connection', () => {
  const database = useTestDatabase()

  it('works as the role that owns nothing, also after reset role', async () => {
    const role = async (sql: string) => (await database.app.query(sql)).rows[0]
    expect(await role('select current_user::text as role')).toEqual({ role: 'jiheng_app' })
    const client = await database.app.connect()
    try {
      await client.query('reset role')
      expect((await client.query('select current_user::text as role')).rows[0]).toEqual({
        role: 'jiheng_app',
      })
    } finally {
      client.release(true)
    }
  })

  it('survives the database ending a connection that is lent', async () => {
    const client = await database.app.connect()
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    const ended = new Promise((resolve) => client.once('end', resolve))
    await database.owner.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    await ended
    await expect(client.query('select 1')).rejects.toThrow()
    client.release()
    expect((await database.app.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })

  it('reads each type as the code expects it', async () => {
    const { rows } = await database.app.query(`
      select 9007199254740993::bigint as fen, 1.50::numeric as rate, date '2024-02-29' as day,
             timestamptz '2024-02-29 08:00:00.120+08' as at, timestamptz 'infinity' as never,
             array[1, null]::bigint[] as fens, array[date '2024-01-01'] as days,
             array[timestamptz '2024-01-01 00:00:00+00'] as instants, null::bigint as nothing`)
    expect(rows[0]).toEqual({
      fen: 9007199254740993n,
      rate: '1.50',
      day: '2024-02-29',
      at: '2024-02-29T00:00:00.120Z',
      never: 'infinity',
      fens: [1n, null],
      days: ['2024-01-01'],
      instants: ['2024-01-01T00:00:00.000Z'],
      nothing: null,
    })
  })
})
