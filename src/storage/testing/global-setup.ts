import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { closeDoors } from '../close-doors.ts'
import { type DatabaseAddress, openDatabase } from '../connection.ts'
import { migrate, shippedMigrations } from '../migrate.ts'
import { startServer } from '../server/supervisor.ts'

/** What a test file needs to clone its own database. */
export type TestServer = {
  readonly admin: DatabaseAddress
  readonly template: string
  readonly owner: string
}

declare module 'vitest' {
  interface ProvidedContext {
    /** socket that hands out the `TestServer`; asking for it starts the server */
    testDatabaseSocket: string
  }
}

type Running = { readonly server: TestServer; stop(): Promise<void> }

/**
 * Vitest calls this once per run. Nothing is started until the first test file asks, so that a run
 * of pure rules costs nothing and does not depend on the migrations.
 * @returns the teardown
 */
export function setup(project: TestProject): () => Promise<void> {
  const socket = `\0jiheng-test-${randomBytes(8).toString('hex')}`
  let running: Promise<Running> | undefined
  const listener = net.createServer(async (client) => {
    client.on('error', () => undefined)
    running ??= start()
    try {
      client.end(JSON.stringify({ server: (await running).server }))
    } catch (error) {
      const detail = error instanceof Error && 'detail' in error ? ` ${String(error.detail)}` : ''
      client.end(JSON.stringify({ error: `${String(error)}${detail}` }))
    }
  })
  listener.listen(socket)
  project.provide('testDatabaseSocket', socket)
  return async () => {
    listener.close()
    const started = await running?.catch(() => undefined)
    await started?.stop()
  }
}

function start(): Promise<Running> {
  const url = process.env.JIHENG_TEST_DATABASE_URL
  return url ? startExternal(url) : startEmbedded()
}

const TEMPLATE = 'jiheng_template'

async function startEmbedded(): Promise<Running> {
  sweep()
  const home = mkdtempSync(path.join(tmpdir(), `${HOME_PREFIX}${process.pid}-`))
  chmodSync(home, 0o711) // as root the server runs as another user, who has to pass here
  const server = await startServer({ home, isDurable: false, settings: ['max_connections=100'] })
  const stop = async () => {
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  }
  try {
    const owner = 'jiheng'
    await makeTemplate(server.superuser, TEMPLATE, owner)
    return { server: { admin: server.superuser, template: TEMPLATE, owner }, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startExternal(url: string): Promise<Running> {
  const template = `${TEMPLATE}_${process.pid}`
  const owner = decodeURIComponent(new URL(url).username)
  const admin: DatabaseAddress = { url }
  await makeTemplate(admin, template, owner)
  const stop = () => asAdmin(admin, `drop database if exists ${template}`)
  return { server: { admin, template, owner }, stop }
}

async function makeTemplate(admin: DatabaseAddress, template: string, owner: string): Promise<void> {
  await asAdmin(admin, `create database ${template} owner ${owner}`)
  const database = openDatabase(at(admin, template, owner))
  try {
    await migrate(database.owner, await shippedMigrations())
  } finally {
    await database.close()
  }
  // As the embedded server does at every start; functions are cloned with the template.
  const superuser = openDatabase(
    'url' in admin ? at(admin, template, owner) : { ...admin, database: template },
  )
  try {
    await closeDoors(superuser.owner)
  } finally {
    await superuser.close()
  }
}

/** The same server, another database (and, on the embedded server, another role). */
export function at(address: DatabaseAddress, database: string, user: string): DatabaseAddress {
  if (!('url' in address)) return { ...address, database, user }
  const url = new URL(address.url)
  url.pathname = `/${database}`
  return { url: url.href }
}

/** Runs one statement about databases as the one who may make and drop them. */
export async function asAdmin(admin: DatabaseAddress, sql: string): Promise<void> {
  const database = openDatabase(admin, { ownerConnections: 1 })
  try {
    await database.owner.query(sql)
  } finally {
    await database.close()
  }
}

const HOME_PREFIX = 'jiheng-test-'

/** Removes what killed runs left behind. Their servers have stopped by themselves. */
function sweep(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(HOME_PREFIX))) {
    const pid = name.slice(HOME_PREFIX.length).split('-')[0] ?? ''
    const home = path.join(tmpdir(), name)
    const isOurs = statSync(home, { throwIfNoEntry: false })?.uid === process.getuid?.()
    if (isOurs && !statSync(`/proc/${pid}`, { throwIfNoEntry: false }))
      rmSync(home, { recursive: true, force: true })
  }
}
