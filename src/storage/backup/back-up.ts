import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { digestOf, openFileStore } from '../file-store.ts'
import { OperationProblem } from '../problem.ts'
import { type EmbeddedServer, startServer } from '../server/supervisor.ts'
import { type CopiedFile, copyHashing, inWords, type Manifest, writeManifest } from './manifest.ts'

export type BackupOptions = {
  readonly home: string
  /** a new or empty directory */
  readonly directory: string
  readonly databaseUrl?: string | undefined
  readonly now: Date
  readonly say?: (sentence: string) => void
}

/**
 * Copies database and attachments while people work; the copy is the state at the moment the
 * database part ends. Nobody is kept waiting.
 * @throws OperationProblem with what the person can do
 */
export async function backUp(options: BackupOptions): Promise<Manifest> {
  const { home, directory, databaseUrl, say = () => undefined } = options
  if (databaseUrl) throw ownTools(home)
  await requireEmpty(directory)
  const server = await startServer({ home, whenRunning: 'attach', say })
  try {
    const manifest = await copyAll(server, options)
    await writeManifest(directory, manifest)
    return manifest
  } catch (error) {
    throw inWords(error, directory)
  } finally {
    await server.stop()
  }
}

function ownTools(home: string): OperationProblem {
  return new OperationProblem(
    '当前使用外部数据库（DATABASE_URL），请由数据库管理员用 pg_basebackup 或 pg_dump 备份数据库,' +
      `然后再复制附件目录 ${path.join(home, 'files')}。先备份数据库、后复制附件，两者才对得上。`,
  )
}

async function requireEmpty(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 })
    if ((await readdir(directory)).length === 0) return
  } catch (error) {
    throw inWords(error, directory)
  }
  throw new OperationProblem(`目录 ${directory} 不是空的。请指定一个新目录，以免覆盖原有备份。`)
}

async function copyAll(server: EmbeddedServer, options: BackupOptions): Promise<Manifest> {
  const { home, directory, now, say = () => undefined } = options
  say('正在备份数据库……')
  const database = await copyDatabase(server, path.join(directory, 'data'))
  say('正在备份附件……')
  const attachments = await copyAttachments(path.join(home, 'files'), path.join(directory, 'files'))
  const keys = await copyKeys(path.join(home, 'keys'), path.join(directory, 'keys'))
  return {
    format: 1,
    createdAt: now.toISOString(),
    postgres: database.postgres,
    startLsn: database.startLsn,
    stopLsn: database.stopLsn,
    damagedAttachments: attachments.damaged,
    files: [
      ...database.files.map((file) => ({ ...file, path: `data/${file.path}` })),
      ...attachments.files.map((file) => ({ ...file, path: `files/${file.path}` })),
      ...keys.map((file) => ({ ...file, path: `keys/${file.path}` })),
    ],
  }
}

type DatabaseCopy = {
  readonly postgres: string
  readonly startLsn: string
  readonly stopLsn: string
  readonly files: readonly CopiedFile[]
}

/** PostgreSQL's low-level base backup, with the write-ahead log it needs put beside it. */
async function copyDatabase(server: EmbeddedServer, target: string): Promise<DatabaseCopy> {
  if ('url' in server.superuser) throw new Error('embedded servers have no url')
  const client = new pg.Client({ ...server.superuser, application_name: 'jiheng backup' })
  // A server that goes away ends the query, not the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    // Ends with this session: a backup that is killed does not make the log grow for ever.
    await client.query(
      `select pg_create_physical_replication_slot('jiheng_backup_${process.pid}', true, true)`,
    )
    const started = await client.query<{ lsn: string; segment: string; version: string }>(
      `select lsn::text, pg_walfile_name(lsn) as segment, current_setting('server_version') as version
       from pg_backup_start('jiheng', fast => true) as lsn`,
    )
    const [start] = started.rows
    const files = await copyData(server.room.data, target)
    const stopped = await client.query<{
      lsn: string
      segment: string
      labelfile: string
      spcmapfile: string
    }>('select lsn::text, pg_walfile_name(lsn) as segment, labelfile, spcmapfile from pg_backup_stop(false)')
    const [stop] = stopped.rows
    if (!start || !stop) throw new Error('the server gave no backup position')
    const segments = await copyLog(server.room.data, target, start.segment, stop.segment)
    await writeFile(path.join(target, 'backup_label'), stop.labelfile, { flush: true, mode: 0o600 })
    const label = { path: 'backup_label', ...(await sizeAndDigest(path.join(target, 'backup_label'))) }
    return {
      postgres: start.version,
      startLsn: start.lsn,
      stopLsn: stop.lsn,
      files: [...files, ...segments, label],
    }
  } finally {
    await client.end()
  }
}

/** What the server makes anew at every start; copying it would be useless or harmful. */
const NOT_COPIED =
  /^(postmaster\.(pid|opts)|backup_label.*|tablespace_map.*|recovery\.signal|standby\.signal)$/
const EMPTIED = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
])
const TEMPORARY = /^(pgsql_tmp|pg_internal\.init)/
const CONTROL_FILE = path.join('global', 'pg_control')

/** The control file goes last, as in PostgreSQL's own tool: it must not be older than what it describes. */
async function copyData(data: string, target: string): Promise<CopiedFile[]> {
  const names = await listFiles(data, '')
  const copied: CopiedFile[] = []
  for (const name of [...names.filter((entry) => entry !== CONTROL_FILE), CONTROL_FILE]) {
    const file = await copyUnlessGone(data, target, name)
    if (file) copied.push(file)
  }
  return copied
}

async function listFiles(data: string, below: string): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir(path.join(data, below), { withFileTypes: true })) {
    const name = path.join(below, entry.name)
    if (TEMPORARY.test(entry.name) || (below === '' && NOT_COPIED.test(entry.name))) continue
    if (!entry.isDirectory()) found.push(name)
    else if (!(below === '' && EMPTIED.has(entry.name))) found.push(...(await listFiles(data, name)))
  }
  return found
}

/** A table dropped while we copy takes its file with it; the log says so too. */
async function copyUnlessGone(from: string, to: string, name: string): Promise<CopiedFile | undefined> {
  try {
    return { path: name, ...(await copyHashing(path.join(from, name), path.join(to, name))) }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

const SEGMENT = /^[0-9A-F]{24}$/

async function copyLog(data: string, target: string, first: string, last: string): Promise<CopiedFile[]> {
  const names = (await readdir(path.join(data, 'pg_wal'))).filter(
    (name) => (SEGMENT.test(name) && name >= first && name <= last) || name.endsWith('.history'),
  )
  const copied: CopiedFile[] = []
  for (const name of names.sort()) {
    const inside = path.join('pg_wal', name)
    copied.push({ path: inside, ...(await copyHashing(path.join(data, inside), path.join(target, inside))) })
  }
  return copied
}

async function sizeAndDigest(file: string): Promise<{ size: number; sha256: string }> {
  const { size } = await stat(file)
  return { size, sha256: await digestOf(file) }
}

/** After the database: every file a copied row names was on disk before that row. */
async function copyAttachments(
  from: string,
  to: string,
): Promise<{ readonly files: readonly CopiedFile[]; readonly damaged: readonly string[] }> {
  const files: CopiedFile[] = []
  const damaged: string[] = []
  for await (const digest of openFileStore(from).list()) {
    const name = path.join(digest.slice(0, 2), digest)
    const copied = await copyHashing(path.join(from, name), path.join(to, name))
    if (copied.sha256 === digest) files.push({ path: name, ...copied })
    else {
      damaged.push(digest)
      await rm(path.join(to, name))
    }
  }
  return { files, damaged }
}

/** The signing key of the contract ledger: without it a restored installation could not go on signing. */
async function copyKeys(from: string, to: string): Promise<CopiedFile[]> {
  const copied: CopiedFile[] = []
  for (const name of await readdir(from).catch(() => [])) {
    const file = await copyUnlessGone(from, to, name)
    if (file) copied.push(file)
  }
  return copied
}
