import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openProduct } from '../../src/app/product.ts'
import { insertSession } from '../../src/app/session/sign-in.ts'
import { populateWorld, type WorldPerson } from '../../src/app/testing/populate.ts'
import { startStorage } from '../../src/storage/start.ts'
import { stockSheets, type WaitingSheet } from './stock.ts'

/** A made-up county on disk, and the signed-in people who write during the drill. */
export type Site = {
  readonly home: string
  readonly headers: Headers
  readonly unitId: string
  readonly departmentId: string
  /** Targets that wait for approval, and the leader who approves them. */
  readonly sheets: WaitingSheet[]
  readonly leader: Headers
}

type Headers = { readonly [name: string]: string }

export function temporaryDirectory(name: string): string {
  const directory = mkdtempSync(path.join(tmpdir(), `jiheng-drill-${name}-`))
  chmodSync(directory, 0o711)
  return directory
}

/**
 * Makes a database with one county and signs its clerk and its leader in.
 * @param sheets how many targets shall wait for approval
 */
export async function makeSite(home: string, sheets = 0): Promise<Site> {
  const storage = await startStorage({ home })
  try {
    const product = await openProduct(storage)
    const people = await populateWorld(storage.database, product, '2022-09-01')
    const signIn = async ({ personId, postId }: WorldPerson) => {
      const { token, csrfToken } = await insertSession(product.db, personId, postId, '127.0.0.1')
      return { cookie: `jiheng=${token}`, 'x-csrf-token': csrfToken, 'content-type': 'application/json' }
    }
    const stock = sheets > 0 ? await stockSheets(storage.database.owner, product, people, sheets) : []
    return {
      home,
      headers: await signIn(people.unit),
      unitId: people.unit.organisationId,
      departmentId: people.department.organisationId,
      sheets: stock,
      leader: await signIn(people.finance_leader),
    }
  } finally {
    await storage.stop()
  }
}

export type RunningServer = {
  readonly origin: string
  readonly process: ChildProcess
  /** from the start of the process to its first answer */
  readonly started_ms: number
}

const MAIN = path.join(import.meta.dirname, '../../src/server/main.ts')
const PATIENCE_MS = 60_000

/** Starts the product's own entry, as `npm start` does, and waits for its first answer. */
export async function startSite(home: string): Promise<RunningServer> {
  const port = await freePort()
  const log = openSync(path.join(home, 'drill.log'), 'a')
  const from = performance.now()
  const child = spawn(process.execPath, [MAIN], {
    stdio: ['ignore', log, log],
    env: { ...process.env, JIHENG_HOME: home, PORT: String(port), DATABASE_URL: '' },
  })
  closeSync(log)
  const origin = `http://127.0.0.1:${port}`
  while (performance.now() - from < PATIENCE_MS) {
    if (child.exitCode !== null) break
    const answer = await fetch(`${origin}/api/setup`).catch(() => undefined)
    if (answer?.ok) return { origin, process: child, started_ms: performance.now() - from }
    await sleep(20)
  }
  child.kill('SIGKILL')
  throw new Error(
    `the server did not start:\n${readFileSync(path.join(home, 'drill.log'), 'utf8').slice(-2000)}`,
  )
}

export async function endSite(server: RunningServer, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (server.process.exitCode !== null || server.process.signalCode !== null) return
  server.process.kill(signal)
  await once(server.process, 'exit')
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || !address) throw new Error('no free port')
  return address.port
}
