import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DatabaseAddress } from '../connection.ts'
import { OperationProblem } from '../problem.ts'
import { type Account, chooseAccount } from './account.ts'
import { findBinaries } from './binaries.ts'
import {
  checkSpace,
  DATABASE,
  diskFull,
  OWNER_ROLE,
  PORT,
  prepareCluster,
  prepareDatabase,
  SUPERUSER,
} from './cluster.ts'
import { takeLock } from './lock.ts'
import { type Postmaster, spawnPostmaster, stopOrphan } from './postmaster.ts'
import { furnish, openRoom, type Room } from './room.ts'
import { serverSettings } from './settings.ts'

export type ServerOptions = {
  /** directory of everything this installation keeps */
  readonly home: string
  /** what to do when the product already runs here: use its database, or refuse (default) */
  readonly whenRunning?: 'attach' | 'refuse'
  /** false only in tests: nothing is forced to disk */
  readonly isDurable?: boolean
  /** further PostgreSQL settings, `name=value` */
  readonly settings?: readonly string[]
  /** sentences for the person at the terminal */
  readonly say?: (sentence: string) => void
}

export type EmbeddedServer = {
  readonly room: Room
  readonly address: DatabaseAddress
  /** the cluster's superuser: backup only */
  readonly superuser: DatabaseAddress
  /** false when another process of ours runs the server and we only use it */
  readonly isOurs: boolean
  /** resolves with a sentence when the server is lost for good and the product should end */
  readonly lost: Promise<string>
  stop(): Promise<void>
}

/**
 * Starts the embedded PostgreSQL, whatever the last run left behind, and returns when it answers.
 * @throws OperationProblem with what the person can do
 */
export async function startServer(options: ServerOptions): Promise<EmbeddedServer> {
  const room = openRoom(path.resolve(options.home))
  const lock = await takeLock(room)
  if ('heldBy' in lock) {
    if (options.whenRunning === 'attach') return attached(room)
    throw new OperationProblem(
      `绩衡已经在运行（进程 ${lock.heldBy}，数据目录 ${room.home}）。请直接使用，或先停止它再启动。`,
    )
  }
  try {
    const keeper = await startAndKeep(room, options)
    return {
      ...addresses(keeper.room),
      isOurs: true,
      lost: keeper.lost,
      async stop() {
        await keeper.stop()
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

function addresses(room: Room): Pick<EmbeddedServer, 'room' | 'address' | 'superuser'> {
  const place = { host: room.sockets, port: PORT, database: DATABASE }
  return { room, address: { ...place, user: OWNER_ROLE }, superuser: { ...place, user: SUPERUSER } }
}

function attached(room: Room): EmbeddedServer {
  return {
    ...addresses(room),
    isOurs: false,
    lost: new Promise(() => undefined),
    stop: async () => undefined,
  }
}

type Keeper = { readonly room: Room; readonly lost: Promise<string>; stop(): Promise<void> }

async function startAndKeep(unfurnished: Room, options: ServerOptions): Promise<Keeper> {
  const say = options.say ?? (() => undefined)
  const isDurable = options.isDurable ?? true
  const account = chooseAccount(unfurnished.data)
  const room = furnish(unfurnished, account, say)
  checkSpace(room.database)
  const binaries = findBinaries(account, say)
  if (await stopOrphan(room)) say('上次运行没有正常结束，遗留的数据库已停止，现在重新启动。')
  if (prepareCluster(room, account, binaries, isDurable)) say('已建立新的数据库。')
  const settings = [...serverSettings(room, isDurable), ...(options.settings ?? [])]
  const start = () => startUntilReady(room, account, binaries, settings, say)
  const first = await start()
  try {
    await prepareDatabase(room)
  } catch (error) {
    await first.stop()
    throw error
  }
  return { room, ...keep(first, start, say) }
}

const RESTARTS = 3
const RESTART_WINDOW_MS = 10 * 60_000

/** Restarts a server that ended without being asked; gives up after three times in ten minutes. */
function keep(
  first: Postmaster,
  start: () => Promise<Postmaster>,
  say: (sentence: string) => void,
): Omit<Keeper, 'room'> {
  let current = first
  let isStopping = false
  const restarts: number[] = []
  const watchOver = async (): Promise<string> => {
    for (;;) {
      await current.ended
      if (isStopping) return new Promise(() => undefined)
      restarts.push(Date.now())
      if (restarts.filter((at) => at > Date.now() - RESTART_WINDOW_MS).length > RESTARTS) {
        return '数据库反复意外停止。请查看 database.log，排除原因后重新启动。'
      }
      say('数据库意外停止，正在重新启动。')
      try {
        current = await start()
      } catch (error) {
        return error instanceof Error ? error.message : String(error)
      }
    }
  }
  return {
    lost: watchOver(),
    async stop() {
      isStopping = true
      await current.stop()
    },
  }
}

/** PostgreSQL may refuse for a second or two while the processes of a killed run disappear. */
const RETRY_MS = 5_000
const TRANSIENT = /another postmaster|pre-existing shared memory|lock file .* already exists/i

async function startUntilReady(
  room: Room,
  account: Account,
  binaries: string,
  settings: readonly string[],
  say: (sentence: string) => void,
): Promise<Postmaster> {
  for (const until = Date.now() + RETRY_MS; ; ) {
    const logFrom = statSync(room.log, { throwIfNoEntry: false })?.size ?? 0
    const postmaster = spawnPostmaster(room, account, binaries, settings)
    if (await becomesReady(room, postmaster, say)) return postmaster
    const said = readFrom(room.log, logFrom)
    if (/no space left on device/i.test(said)) throw diskFull(room.data)
    if (!TRANSIENT.test(said) || Date.now() > until) {
      const fatal = said.split('\n').findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? said.trim()
      throw new OperationProblem(`数据库没有启动成功。详细记录在 ${room.log}。`, fatal)
    }
    await sleep(200)
  }
}

const SLOW_MS = 5_000

/** False when the server ended. Recovery after a crash may take long: it is waited for, and said. */
async function becomesReady(
  room: Room,
  postmaster: Postmaster,
  say: (sentence: string) => void,
): Promise<boolean> {
  const pidFile = path.join(room.data, 'postmaster.pid')
  const slowAt = Date.now() + SLOW_MS
  let isSaid = false
  while (!postmaster.hasEnded()) {
    const [pid, , , , , , , status] = readLines(pidFile)
    if (Number(pid) === postmaster.pid && status?.trim() === 'ready') return true
    if (!isSaid && Date.now() > slowAt) {
      say('数据库正在从上次的意外中断中恢复，请稍候。')
      isSaid = true
    }
    await sleep(10)
  }
  return false
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}

function readFrom(file: string, from: number): string {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  const start = size < from ? 0 : from
  const buffer = Buffer.alloc(Math.min(size - start, 64_000))
  const handle = openSync(file, 'r')
  try {
    readSync(handle, buffer, 0, buffer.length, size - buffer.length)
  } finally {
    closeSync(handle)
  }
  return buffer.toString('utf8')
}
