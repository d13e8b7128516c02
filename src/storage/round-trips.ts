import { type RawBuilder, sql } from 'kysely'
import type pg from 'pg'

const WITH_COMMIT = '/* with commit */'

/** Put before a statement that is the last of its transaction: commit is sent along with it. */
export const lastOfTransaction: RawBuilder<unknown> = sql.raw(WITH_COMMIT)

export type Result = Pick<pg.QueryResult, 'command' | 'rowCount' | 'rows'>

/** What a statement takes along: `begin` before it, `commit` after it. */
export type Along = { readonly begins: boolean; readonly commits: boolean }

export type Send = (text: string, values: readonly unknown[], along: Along) => Promise<Result>

type Ask = (text: string, values: readonly unknown[]) => Promise<Result>

const NOTHING: Result = { command: '', rowCount: null, rows: [] }
const ALONE: Along = { begins: false, commits: false }

/**
 * Saves trips between server and database, for as long as a client is lent: `begin` waits for the first
 * statement and travels with it, `commit` travels with a statement that says it is the last. A last statement
 * that fails is thrown, and its transaction is open until it is rolled back.
 * @param send sends one statement and what it takes along; a commit that turned out a rollback is its error
 */
export function savingTrips(send: Send): Ask {
  let isBeginDue = false
  let ended: Promise<Result> | undefined
  const control = async (text: 'commit' | 'rollback'): Promise<Result> => {
    const sent = ended
    ended = undefined
    if (isBeginDue) {
      isBeginDue = false
      return NOTHING
    }
    if (sent && text === 'commit') return sent
    return requireCommitted(text, await send(text, [], ALONE))
  }
  return async (text, values) => {
    if (text === 'begin') {
      isBeginDue = true
      return NOTHING
    }
    if (text === 'commit' || text === 'rollback') return control(text)
    if (ended) throw new Error('a statement after the last of its transaction')
    const along = { begins: isBeginDue, commits: text.startsWith(WITH_COMMIT) }
    isBeginDue = false
    const answer = send(text, values, along)
    if (along.commits) ended = answer
    return answer
  }
}

/** @throws Error when what was asked to be a commit was not one */
export function requireCommitted(asked: 'commit' | 'rollback', result: Result): Result {
  if (asked === 'commit' && result.command !== 'COMMIT') {
    throw new Error('the transaction was rolled back instead of committed')
  }
  return result
}
