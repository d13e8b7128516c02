import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { closeDoors } from '../close-doors.ts'
import { APP_ROLE, PUBLIC_ROLE } from '../connection.ts'
import { OperationProblem } from '../problem.ts'
import { type Account, runAs } from './account.ts'
import { makeOwnDirectory, type Room } from './room.ts'

export const SUPERUSER = 'postgres'
export const OWNER_ROLE = 'jiheng'
export const DATABASE = 'jiheng'
export const PORT = 5432
const MAJOR_VERSION = '18'

export const UNFINISHED = 'data.unfinished-'

/** The built-in C.UTF-8 knows Chinese letters (trigrams need that) and is the same on every machine. */
const INITDB_FLAGS = [
  `--username=${SUPERUSER}`,
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C.UTF-8',
  '--data-checksums',
  '--auth=peer',
  '--no-instructions',
]

/** A fresh cluster takes about 40 MB; below this even the first write-ahead segment may not fit. */
const LEAST_FREE_BYTES = 128 * 1024 * 1024

/** @throws OperationProblem when the disk under the data directory is all but full */
export function checkSpace(directory: string): void {
  const { bavail, bsize } = statfsSync(directory)
  if (bavail * bsize < LEAST_FREE_BYTES) throw diskFull(directory)
}

export function diskFull(directory: string): OperationProblem {
  const { bavail, bsize } = statfsSync(directory)
  return new OperationProblem(
    `磁盘空间不足：${directory} 所在磁盘只剩 ${Math.floor((bavail * bsize) / 1024 / 1024)} MB。` +
      `已保存的数据没有损坏。请清理出至少 ${LEAST_FREE_BYTES / 1024 / 1024} MB 后重新启动。`,
  )
}

/**
 * Makes the cluster when the data directory is empty, and the login rules on every start.
 * @param isDurable false only for tests: nothing is forced to disk
 */
export function prepareCluster(room: Room, account: Account, binaries: string, isDurable: boolean): boolean {
  const versionFile = path.join(room.data, 'PG_VERSION')
  const isNew = !existsSync(versionFile)
  if (isNew) makeCluster(room, account, binaries, isDurable)
  const version = readFileSync(versionFile, 'utf8').trim()
  if (version !== MAJOR_VERSION) {
    throw new OperationProblem(
      `数据目录由 PostgreSQL ${version} 建立，本程序自带的是 ${MAJOR_VERSION}。请先用原版本导出。`,
    )
  }
  writeLoginRules(room, account)
  return isNew
}

/**
 * Makes the cluster beside its place and moves it there when complete: a run killed half way leaves
 * a directory that nobody takes for a database.
 */
function makeCluster(room: Room, account: Account, binaries: string, isDurable: boolean): void {
  for (const name of readdirSync(room.database).filter((entry) => entry.startsWith(UNFINISHED))) {
    rmSync(path.join(room.database, name), { recursive: true, force: true })
  }
  const unfinished = path.join(room.database, `${UNFINISHED}${process.pid}`)
  makeOwnDirectory(unfinished, account)
  const result = spawnSync(
    path.join(binaries, 'initdb'),
    [`--pgdata=${unfinished}`, ...INITDB_FLAGS, ...(isDurable ? [] : ['--no-sync'])],
    { ...runAs(account), encoding: 'utf8', cwd: '/', env: { PATH: process.env.PATH ?? '', TZ: 'UTC' } },
  )
  if (result.status === 0) {
    renameSync(unfinished, room.data)
    return
  }
  rmSync(unfinished, { recursive: true, force: true })
  const said = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}`
  if (/no space left on device/i.test(said)) throw diskFull(room.database)
  throw new OperationProblem(`建立数据库目录 ${room.data} 失败。请把下面的内容交给维护人员。`, said)
}

/**
 * Who may log in: the operating-system user that runs the product, root, and the server's own user,
 * through the unix socket, recognised by the kernel. There is no password that could leak or be lost.
 */
function writeLoginRules(room: Room, account: Account): void {
  const names = [...new Set([account.name, userInfo().username, 'root'])]
  const roles = [SUPERUSER, OWNER_ROLE, PUBLIC_ROLE]
  const map = names.flatMap((name) => roles.map((role) => `jiheng ${JSON.stringify(name)} ${role}`))
  writeFileSync(path.join(room.data, 'pg_ident.conf'), `${map.join('\n')}\n`)
  writeFileSync(
    path.join(room.data, 'pg_hba.conf'),
    'local all all peer map=jiheng\nlocal replication all peer map=jiheng\n',
  )
}

/** Makes our three roles and our database where they are missing, and closes what stands open to everybody. */
export async function prepareDatabase(room: Room): Promise<void> {
  await asSuperuser(room, 'postgres', makeRolesAndDatabase)
  await asSuperuser(room, DATABASE, closeDoors)
}

async function asSuperuser(
  room: Room,
  database: string,
  act: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ host: room.sockets, port: PORT, user: SUPERUSER, database })
  await client.connect()
  try {
    await act(client)
  } finally {
    await client.end()
  }
}

async function makeRolesAndDatabase(client: pg.Client): Promise<void> {
  const has = async (sql: string, name: string) => (await client.query(sql, [name])).rows.length > 0
  const role = 'select from pg_roles where rolname = $1'
  if (!(await has(role, OWNER_ROLE))) await client.query(`create role ${OWNER_ROLE} login`)
  if (!(await has(role, APP_ROLE))) await client.query(`create role ${APP_ROLE} nologin`)
  if (!(await has(role, PUBLIC_ROLE))) await client.query(`create role ${PUBLIC_ROLE} login`)
  // The owner can become the application, but is not bound by what holds the application.
  await client.query(`grant ${APP_ROLE} to ${OWNER_ROLE} with inherit false, set true`)
  if (!(await has('select from pg_database where datname = $1', DATABASE))) {
    await client.query(`create database ${DATABASE} owner ${OWNER_ROLE}`)
  }
}
