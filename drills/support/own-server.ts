import { readdirSync, readlinkSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { type Database, openDatabase } from '../../src/storage/connection.ts'
import { type EmbeddedServer, startServer } from '../../src/storage/server/supervisor.ts'

/** The database of a drill, started as the product starts it, that can be killed to the last process. */
export type OwnServer = {
  readonly server: EmbeddedServer
  readonly database: Database
  /** All its processes at once with `kill -9`; resolves when the place is free again. */
  kill(): Promise<void>
  stop(): Promise<void>
}

export async function startOwnServer(home: string, settings: readonly string[] = []): Promise<OwnServer> {
  const server = await startServer({ home, settings })
  const database = openDatabase(server.address, { ownerConnections: 3 })
  const data = realpathSync(path.join(server.room.database, 'data'))
  return {
    server,
    database,
    async kill() {
      for (const pid of processesIn(data)) process.kill(pid, 'SIGKILL')
      // In the same breath, so that nobody starts it again.
      await Promise.all([server.stop(), database.close().catch(() => undefined)])
    },
    async stop() {
      await database.close()
      await server.stop()
    },
  }
}

/** Every process that works in a directory; those of PostgreSQL work in their data directory. */
function processesIn(directory: string): number[] {
  return readdirSync('/proc').flatMap((name) => {
    try {
      return /^\d+$/.test(name) && readlinkSync(`/proc/${name}/cwd`) === directory ? [Number(name)] : []
    } catch {
      return [] // Gone meanwhile.
    }
  })
}
