import { randomBytes } from 'node:crypto'
import net from 'node:net'
import { afterAll, beforeAll, inject } from 'vitest'
import { type Database, type DatabaseAddress, openDatabase } from './connection.ts'
import { asAdmin, at, type TestServer } from './testing/global-setup.ts'

export type TestDatabase = Database & { readonly address: DatabaseAddress }

/**
 * Gives the calling test file (or `describe`) a database of its own, cloned from the migrated
 * template and dropped afterwards. Call it at the top level; use the result inside tests.
 */
export function useTestDatabase(): TestDatabase {
  let opened: TestDatabase | undefined
  let drop = async () => undefined as unknown
  beforeAll(async () => {
    const server = await askForServer()
    const name = `test_${randomBytes(6).toString('hex')}`
    await asAdmin(server.admin, `create database ${name} template ${server.template} owner ${server.owner}`)
    const address = at(server.admin, name, server.owner)
    opened = { ...openDatabase(address), address }
    drop = () => asAdmin(server.admin, `drop database ${name} with (force)`)
  }, 60_000)
  afterAll(async () => {
    await opened?.close()
    await drop()
  }, 30_000)
  const now = () => {
    if (!opened) throw new Error('useTestDatabase: the database exists only inside tests and after beforeAll')
    return opened
  }
  return {
    get owner() {
      return now().owner
    },
    get app() {
      return now().app
    },
    get query() {
      return now().query
    },
    get hot() {
      return now().hot
    },
    get address() {
      return now().address
    },
    close: () => now().close(),
  }
}

async function askForServer(): Promise<TestServer> {
  const chunks: Buffer[] = []
  for await (const chunk of net.connect(inject('testDatabaseSocket'))) chunks.push(chunk)
  const answer: { server?: TestServer; error?: string } = JSON.parse(Buffer.concat(chunks).toString())
  if (!answer.server) throw new Error(`no test database: ${answer.error}`)
  return answer.server
}
