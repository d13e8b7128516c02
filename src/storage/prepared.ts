import { createHash } from 'node:crypto'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { DomainError, TOO_BUSY } from '../domain/shared/errors.ts'
import { sendInOneTrip } from './one-trip.ts'
import { savingTrips } from './round-trips.ts'

/** From so many uses on a statement is prepared; what is asked seldom costs no memory in the database. */
const USES_BEFORE = 3
/** Each takes room on every connection: statements whose text changes with their rows must not fill it. */
const MAX_PREPARED = 120
const MAX_COUNTED = 2000

/**
 * A pool whose clients give the statements that come again and again a name, so that PostgreSQL reads and
 * rewrites them once per connection and not at every use: with row-level security that is most of what a
 * short statement costs. Whether a plan is kept as well PostgreSQL decides itself (`plan_cache_mode=auto`).
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const nameOf = nameStatements()
  return {
    connect: async () => prepareOn(await pool.connect().catch(refuseWhenBusy), nameOf),
    end: () => pool.end(),
  }
}

/** What `pg` says when all connections were lent for as long as anybody waits. */
const ALL_LENT = 'timeout exceeded when trying to connect'

/** @throws DomainError TOO_BUSY; anything else as it is */
function refuseWhenBusy(error: Error): never {
  if (error.message !== ALL_LENT) throw error
  throw new DomainError('TOO_BUSY', TOO_BUSY)
}

type NameOf = (text: string) => string | undefined

function prepareOn(client: pg.PoolClient, nameOf: NameOf): PostgresPoolClient {
  let isSound = true
  const query = savingTrips((text, values, along) => {
    const name = nameOf(text)
    const statement = { text, values: [...values], ...(name === undefined ? {} : { name }) }
    return sendInOneTrip(client, statement, along).catch((error: unknown) => {
      // What PostgreSQL refuses leaves a connection as it was; what the driver stumbles over may not.
      if (!(error instanceof pg.DatabaseError)) isSound = false
      throw error
    })
  })
  // Nobody may find a connection inside somebody else's transaction: such a one is closed, not given back.
  const isIdle = () => client.getTransactionStatus() === IDLE
  return { query, release: () => client.release(!isSound || !isIdle()) } as unknown as PostgresPoolClient
}

/** As PostgreSQL says with each answer that it is ready: no transaction is open. */
const IDLE = 'I'

/** The same text has the same name for as long as the program runs. */
export function nameStatements(): NameOf {
  const uses = new Map<string, number>()
  const names = new Map<string, string>()
  return (text) => {
    const known = names.get(text)
    if (known !== undefined || names.size >= MAX_PREPARED) return known
    const used = (uses.get(text) ?? 0) + 1
    if (used < USES_BEFORE) {
      if (uses.size >= MAX_COUNTED) uses.clear()
      uses.set(text, used)
      return undefined
    }
    uses.delete(text)
    // Made of the text: two namers may share the connections of one pool.
    const name = `often_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
    names.set(text, name)
    return name
  }
}
