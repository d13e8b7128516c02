import type { Socket } from 'node:net'
import pg from 'pg'
import { type Along, requireCommitted, type Result } from './round-trips.ts'

/** A statement as the driver takes it; with a name PostgreSQL keeps it prepared on the connection. */
export type Named = { readonly text: string; readonly values: unknown[]; readonly name?: string }

/** What of a connection of the driver is used here: the messages of the extended query protocol. */
type Wire = {
  readonly stream: Socket
  bind(config: { readonly statement: string }): void
  execute(config: object): void
}

/** Statements that a connection has prepared; a transaction's own are prepared under their own names. */
const prepared = new WeakMap<pg.PoolClient, Set<string>>()

/**
 * Sends a statement with `begin` before and `commit` behind it under one Sync: one message there, one answer back.
 * Each Sync costs both sides a system call, which on these machines is more than a short statement is worth.
 * What has not been prepared on the connection yet goes the long way once, so that a statement PostgreSQL
 * cannot read leaves no name behind.
 * @param client opened with `pipeline`, so that nothing waits for the answer before it
 * @throws what PostgreSQL refused with; a transaction that was begun stays open, and must be rolled back
 */
export async function sendInOneTrip(client: pg.PoolClient, statement: Named, along: Along): Promise<Result> {
  const known = knownTo(client)
  const needed = [
    ...(along.begins ? ['begin'] : []),
    ...(along.commits ? ['commit'] : []),
    ...(statement.name === undefined ? [] : [statement.name]),
  ]
  if (!needed.every((name) => known.has(name))) return sendPiecewise(client, statement, along)
  const results = await sendUnderOneSync(client, statement, along)
  if (along.commits) requireCommitted('commit', results.at(-1) as Result)
  return results[along.begins ? 1 : 0] as Result
}

function knownTo(client: pg.PoolClient): Set<string> {
  const known = prepared.get(client) ?? new Set()
  prepared.set(client, known)
  return known
}

async function sendPiecewise(client: pg.PoolClient, statement: Named, along: Along): Promise<Result> {
  const known = knownTo(client)
  const send = async (one: Named): Promise<Result> => {
    const result = await client.query(one)
    if (one.name !== undefined) known.add(one.name)
    return result
  }
  if (along.begins) await send(CONTROL.begin)
  const answer = await send(statement)
  if (along.commits) requireCommitted('commit', await send(CONTROL.commit))
  return answer
}

/** Said by every transaction. */
const CONTROL = {
  begin: { text: 'begin', name: 'begin', values: [] as unknown[] },
  commit: { text: 'commit', name: 'commit', values: [] as unknown[] },
}

function sendUnderOneSync(client: pg.PoolClient, statement: Named, along: Along): Promise<readonly Result[]> {
  return new Promise((resolve, reject) => {
    const query = new pg.Query(statement) as pg.Query & {
      callback: (error: Error | null, results?: Result | readonly Result[]) => void
    }
    query.callback = (error, results) => (error ? reject(error) : resolve([results ?? []].flat()))
    const submit = query.submit.bind(query)
    query.submit = (connection) => {
      const wire = connection as unknown as Wire
      // One write: what is sent in pieces is a system call each.
      wire.stream.cork()
      try {
        if (along.begins) execute(wire, 'begin')
        // An error here is the driver's own: it takes the statement back and calls with it.
        return submit(along.commits ? committing(connection) : connection)
      } finally {
        wire.stream.uncork()
      }
    }
    client.query(query)
  })
}

/**
 * The connection, on which commit follows the statement before the Sync. PostgreSQL skips it after an error; what
 * the driver cannot put into words is never executed, and so is not committed either.
 */
function committing(connection: pg.Connection): pg.Connection {
  const wire = connection as unknown as Wire
  const executeAndCommit = (config: object): void => {
    wire.execute(config)
    execute(wire, 'commit')
  }
  return Object.create(connection, { execute: { value: executeAndCommit } })
}

function execute(wire: Wire, name: keyof typeof CONTROL): void {
  wire.bind({ statement: name })
  wire.execute({})
}
