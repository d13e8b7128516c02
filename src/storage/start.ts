import path from 'node:path'
import { type Database, type DatabaseAddress, openDatabase } from './connection.ts'
import { type FileStore, openFileStore } from './file-store.ts'
import { migrate, shippedMigrations } from './migrate.ts'
import { OperationProblem } from './problem.ts'
import { type KeyStore, openKeyStore } from './signing-key.ts'
import { type EmbeddedServer, startServer } from './server/supervisor.ts'

export type StorageOptions = {
  /** everything this installation keeps; see `homeDirectory` */
  readonly home: string
  /** an outside PostgreSQL ≥ 15; without it the embedded server is started */
  readonly databaseUrl?: string | undefined
  /** commands attach to a running product; the server itself refuses to run twice (default) */
  readonly whenRunning?: 'attach' | 'refuse'
  readonly appConnections?: number
  readonly say?: (sentence: string) => void
}

export type Storage = {
  readonly home: string
  readonly database: Database
  readonly files: FileStore
  readonly keys: KeyStore
  readonly address: DatabaseAddress
  /** absent with an outside database */
  readonly server: EmbeddedServer | undefined
  stop(): Promise<void>
}

const OLDEST_POSTGRES = 150_000

/** `JIHENG_HOME`, or `var` in the checkout: database, files, logs. */
export function homeDirectory(): string {
  return path.resolve(process.env.JIHENG_HOME || path.join(import.meta.dirname, '../../var'))
}

/**
 * Everything stored, ready for use: database started (or reached), migrated, pools and files open.
 * @throws OperationProblem with what the person can do
 */
export async function startStorage(options: StorageOptions): Promise<Storage> {
  const { home, databaseUrl, whenRunning = 'refuse', say = () => undefined } = options
  const server = databaseUrl ? undefined : await startServer({ home, whenRunning, say })
  const address = server?.address ?? { url: databaseUrl ?? '' }
  const database = openDatabase(address, { appConnections: options.appConnections ?? 10 })
  const stop = async () => {
    await database.close()
    await server?.stop()
  }
  try {
    if (!server) await checkOutside(database)
    await migrate(database.owner, await shippedMigrations())
  } catch (error) {
    await stop()
    throw error
  }
  const files = openFileStore(path.join(home, 'files'))
  return { home, database, files, keys: openKeyStore(path.join(home, 'keys')), address, server, stop }
}

async function checkOutside(database: Database): Promise<void> {
  try {
    const { rows } = await database.owner.query<{ version: number; encoding: string }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
    )
    if ((rows[0]?.version ?? 0) < OLDEST_POSTGRES) {
      throw new OperationProblem(
        'DATABASE_URL 指向的 PostgreSQL 版本过低，至少需要 15。请升级数据库或使用内置数据库。',
      )
    }
    if (rows[0]?.encoding !== 'UTF8') {
      throw new OperationProblem(`数据库编码是 ${rows[0]?.encoding}，必须是 UTF8。请用 UTF8 编码新建数据库。`)
    }
  } catch (error) {
    if (error instanceof OperationProblem) throw error
    throw new OperationProblem(
      '连接不上 DATABASE_URL 指定的数据库。请检查地址、账号、口令以及数据库是否已启动。',
      error instanceof Error ? error.message : String(error),
    )
  }
}
