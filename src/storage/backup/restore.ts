import { chownSync, existsSync, readdirSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { OperationProblem } from '../problem.ts'
import { type Account, chooseAccount } from '../server/account.ts'
import { UNFINISHED } from '../server/cluster.ts'
import { takeLock } from '../server/lock.ts'
import { furnish, openRoom, type Room } from '../server/room.ts'
import { startServer } from '../server/supervisor.ts'
import { type CopiedFile, copyHashing, inWords, type Manifest, readManifest, syncTree } from './manifest.ts'

export type RestoreOptions = {
  /** an installation without data */
  readonly home: string
  readonly directory: string
  readonly databaseUrl?: string | undefined
  readonly say?: (sentence: string) => void
}

/**
 * Puts a backup into an installation that has no data yet; every byte is compared with the digest
 * taken at backup time, and nothing is in its place until all of it was right.
 * @throws OperationProblem with what the person can do
 */
export async function restore(options: RestoreOptions): Promise<Manifest> {
  const { home, directory, databaseUrl, say = () => undefined } = options
  if (databaseUrl) {
    throw new OperationProblem(
      '当前使用外部数据库（DATABASE_URL），请由数据库管理员恢复数据库；附件目录整体复制回原处即可。',
    )
  }
  const manifest = await readManifest(directory)
  const room = openRoom(path.resolve(home))
  const lock = await takeLock(room)
  if ('heldBy' in lock) {
    throw new OperationProblem(`绩衡正在运行（进程 ${lock.heldBy}）。请先停止它，再恢复备份。`)
  }
  try {
    await putBack(room, manifest, options)
  } catch (error) {
    throw inWords(error, home)
  } finally {
    await lock.release()
  }
  say('正在启动数据库并完成恢复……')
  const server = await startServer({ home, say })
  await server.stop()
  return manifest
}

async function putBack(unfurnished: Room, manifest: Manifest, options: RestoreOptions): Promise<void> {
  const { home, directory, say = () => undefined } = options
  const attachments = path.join(home, 'files')
  if (existsSync(unfurnished.data) || (existsSync(attachments) && readdirSync(attachments).length > 0)) {
    throw new OperationProblem(
      `${home} 里已有数据，不能覆盖。请先把整个目录改名保存，或用 JIHENG_HOME 指定一个新目录，再恢复。`,
    )
  }
  const account = chooseAccount(unfurnished.data)
  const room = furnish(unfurnished, account, say)
  const data = path.join(room.database, `${UNFINISHED}${process.pid}`)
  const files = path.join(home, `files.unfinished-${process.pid}`)
  const keys = path.join(home, `keys.unfinished-${process.pid}`)
  try {
    say(`正在核对并恢复 ${manifest.files.length} 个文件……`)
    await copyVerified(manifest.files, directory, { data, files, keys })
    await makeEmptyDirectories(data)
    await giveTo(account, data)
    await Promise.all([syncTree(data), syncTree(files), syncTree(keys)])
    await rm(attachments, { recursive: true, force: true })
    await rename(files, attachments)
    await rm(path.join(home, 'keys'), { recursive: true, force: true })
    await rename(keys, path.join(home, 'keys'))
    await rename(data, room.data)
    await syncTree(home)
  } catch (error) {
    await rm(data, { recursive: true, force: true })
    await rm(files, { recursive: true, force: true })
    await rm(keys, { recursive: true, force: true })
    throw error
  }
}

async function copyVerified(
  list: readonly CopiedFile[],
  from: string,
  targets: Readonly<Record<string, string>>,
): Promise<void> {
  for (const part of ['files', 'keys']) await mkdir(targets[part] ?? '', { recursive: true, mode: 0o700 })
  for (const { path: name, size, sha256 } of list) {
    const [part, ...rest] = name.split('/')
    const target = targets[part ?? '']
    if (!target || rest.includes('..')) throw new OperationProblem(`备份清单中有不认识的文件：${name}。`)
    const copied = await copyHashing(path.join(from, name), path.join(target, ...rest)).catch((error) => {
      if (error.code === 'ENOENT') throw new OperationProblem(`备份缺少文件 ${name}。请换一份备份。`)
      throw error
    })
    if (copied.size === size && copied.sha256 === sha256) continue
    throw new OperationProblem(`备份中的文件 ${name} 与备份时不一致（已损坏或被改动）。请换一份备份。`)
  }
}

/** Directories the server expects although nothing in them is ever copied. */
const EMPTY = [
  'pg_commit_ts',
  'pg_dynshmem',
  'pg_logical/mappings',
  'pg_logical/snapshots',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat',
  'pg_stat_tmp',
  'pg_subtrans',
  'pg_tblspc',
  'pg_twophase',
  'pg_wal/archive_status',
  'pg_wal/summaries',
]

async function makeEmptyDirectories(data: string): Promise<void> {
  for (const name of EMPTY) await mkdir(path.join(data, name), { recursive: true, mode: 0o700 })
}

async function giveTo(account: Account, directory: string): Promise<void> {
  if (process.getuid?.() !== 0) return
  chownSync(directory, account.uid, account.gid)
  for (const entry of await readdir(directory, { withFileTypes: true, recursive: true })) {
    chownSync(path.join(entry.parentPath, entry.name), account.uid, account.gid)
  }
}
