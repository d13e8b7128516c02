import { describe, expect, test } from 'vitest'
import type { Statement } from './hot-lane.ts'
import { useTestDatabase } from './testing.ts'

const database = useTestDatabase()

const add = (a: number, b: number): Statement => ({
  name: 'add',
  text: 'select $1::int + $2::int as sum',
  values: [a, b],
})
const who: Statement = {
  name: 'who',
  text: 'select current_user::text as name, pg_backend_pid() as pid',
  values: [],
}

describe('the hot lane', () => {
  test('gives each its own answer, however many ask at once', async () => {
    const asked = Array.from({ length: 300 }, (_, n) => n)
    const answers = await Promise.all(asked.map((n) => database.hot.query<{ sum: number }>(add(n, 1))))
    expect(answers.map(({ rows }) => rows[0]?.sum)).toEqual(asked.map((n) => n + 1))
  })

  test('works as the application, over a few connections', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => database.hot.query<{ name: string; pid: number }>(who)),
    )
    expect(new Set(answers.map(({ rows }) => rows[0]?.name))).toEqual(new Set(['jiheng_app']))
    expect(new Set(answers.map(({ rows }) => rows[0]?.pid)).size).toBeLessThanOrEqual(4)
  })

  test('a statement that fails spoils none beside it', async () => {
    const divide = (by: number): Statement => ({
      name: 'divide',
      text: 'select 6 / $1::int as part',
      values: [by],
    })
    const answers = await Promise.allSettled(
      [3, 0, 2, 0, 1].map((by) => database.hot.query<{ part: number }>(divide(by))),
    )
    expect(answers.map((one) => (one.status === 'fulfilled' ? one.value.rows[0]?.part : 'refused'))).toEqual([
      2,
      'refused',
      3,
      'refused',
      6,
    ])
  })

  test('a setting made for one statement is gone with the next', async () => {
    const set: Statement = {
      name: 'set',
      text: `select set_config('jiheng.scope', 'province', true)`,
      values: [],
    }
    const read: Statement = { name: 'read', text: 'select scope_kind() as kind', values: [] }
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => database.hot.query<{ kind?: string }>(n % 2 === 0 ? set : read)),
    )
    const kinds = answers.flatMap(({ rows }) => rows[0]?.kind ?? [])
    expect(kinds).toEqual(Array.from({ length: 10 }, () => 'none'))
  })

  test('a broken connection is replaced', async () => {
    const before = await database.hot.query<{ pid: number }>(who)
    await database.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'jiheng hot'
       and datname = current_database()`,
    )
    const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => database.hot.query(who)))
    expect(attempts.length).toBe(8)
    const after = await database.hot.query<{ pid: number }>(who)
    expect(after.rows[0]?.pid).not.toBe(before.rows[0]?.pid)
  })
})
