import type { Socket } from 'node:net'
import { type RawBuilder, sql } from 'kysely'
import type pg from 'pg'

const WITH_COMMIT = '/* with commit */'

/** Put before a statement that is the last of its transaction: commit is sent along with it. */
export const lastOfTransaction: RawBuilder<unknown> = sql.raw(WITH_COMMIT)

type Result = Pick<pg.QueryResult, 'command' | 'rowCount' | 'rows'>
type Send = (text: string, values: readonly unknown[]) => Promise<Result>

const NOTHING: Result = { command: '', rowCount: null, rows: [] }

/**
 * Saves trips between server and database, for as long as a client is lent: `begin` waits for the first
 * statement and travels with it, `commit` travels with a statement that says it is the last. PostgreSQL takes
 * them in order; a last statement that fails makes the commit behind it a rollback, and is thrown.
 * @param client opened with `pipeline`, so that nothing waits for the answer before it
 */
export function savingTrips(client: pg.PoolClient, send: Send): Send {
  let isBeginDue = false
  let ended: Promise<Result> | undefined
  const control = (text: 'commit' | 'rollback'): Promise<Result> => {
    const sent = ended
    ended = undefined
    if (isBeginDue) {
      isBeginDue = false
      return Promise.resolve(NOTHING)
    }
    if (!sent) return text === 'commit' ? send(text, []).then(requireCommitted) : send(text, [])
    // After a failed last statement the commit was a rollback already.
    return text === 'commit' ? sent.then(requireCommitted) : sent.catch(() => NOTHING)
  }
  return (text, values) => {
    if (text === 'begin') {
      isBeginDue = true
      return Promise.resolve(NOTHING)
    }
    if (text === 'commit' || text === 'rollback') return control(text)
    if (ended) return Promise.reject(new Error('a statement after the last of its transaction'))
    const isFirst = isBeginDue
    isBeginDue = false
    return together(client, () => {
      const begun = isFirst ? send('begin', []) : undefined
      const answer = send(text, values)
      if (text.startsWith(WITH_COMMIT)) {
        ended = send('commit', [])
        ended.catch(() => undefined)
      }
      return begun ? Promise.all([answer, begun]).then(([only]) => only) : answer
    })
  }
}

function requireCommitted(result: Result): Result {
  if (result.command === 'ROLLBACK') throw new Error('the transaction was rolled back instead of committed')
  return result
}

/** What is sent within goes out in one piece. */
function together<T>(client: pg.PoolClient, work: () => T): T {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Socket } }).connection
  stream.cork()
  try {
    return work()
  } finally {
    stream.uncork()
  }
}
