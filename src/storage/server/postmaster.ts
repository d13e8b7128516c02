import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  closeSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Account, runAs } from './account.ts'
import type { Room } from './room.ts'

export type Postmaster = {
  readonly pid: number
  /** resolves when the server process has ended, for whatever reason */
  readonly ended: Promise<void>
  hasEnded(): boolean
  stop(): Promise<void>
}

const LOG_LIMIT_BYTES = 10_000_000

/** Starts the server process and, beside it, a watch that stops it should this process die. */
export function spawnPostmaster(
  room: Room,
  account: Account,
  binaries: string,
  settings: readonly string[],
): Postmaster {
  const log = openSync(rolled(room.log), 'a', 0o600)
  const server = spawn(
    path.join(binaries, 'postgres'),
    ['-D', room.data, ...settings.flatMap((s) => ['-c', s])],
    {
      ...runAs(account),
      detached: true, // Ctrl-C in a terminal reaches only us; we then stop the server in order
      stdio: ['ignore', log, log],
      env: { PATH: process.env.PATH ?? '', TZ: 'UTC', LANG: 'C.UTF-8' },
    },
  )
  closeSync(log)
  const failed = new Promise<never>((_, reject) => server.once('error', reject))
  const ended = Promise.race([once(server, 'exit').then(() => undefined), failed])
  ended.catch(() => undefined)
  const watch = server.pid === undefined ? undefined : spawnWatch(server.pid, account)
  void ended.finally(() => watch?.kill('SIGKILL')).catch(() => undefined)
  return {
    pid: server.pid ?? 0,
    ended,
    hasEnded: () => server.exitCode !== null || server.signalCode !== null || server.pid === undefined,
    stop: () => stopProcess(server.pid ?? 0, () => server.exitCode !== null || server.signalCode !== null),
  }
}

/** Waits for the end of our standard input, that is: for our death; then fast, then immediate stop. */
const WATCH_SCRIPT = `
read -r never
kill -INT "$1" && sleep 20 && kill -QUIT "$1"
`

function spawnWatch(pid: number, account: Account): ChildProcess {
  const watch = spawn('/bin/sh', ['-c', WATCH_SCRIPT, 'jiheng-watch', String(pid)], {
    ...runAs(account),
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: {},
  })
  watch.on('error', () => undefined)
  watch.stdin?.on('error', () => undefined)
  watch.unref()
  return watch
}

function rolled(log: string): string {
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) renameSync(log, `${log}.1`)
  return log
}

/**
 * Stops a server that an earlier, killed run left behind, and removes the pid file of a dead one.
 * Only called while we hold the lock: nobody living owns that server.
 * @returns true when a living server had to be stopped
 */
export async function stopOrphan(room: Room): Promise<boolean> {
  const pidFile = path.join(room.data, 'postmaster.pid')
  const pid = readPid(pidFile)
  if (pid === undefined) return false
  const wasAlive = isPostmasterOf(room.data, pid)
  if (wasAlive) await stopProcess(pid, () => !isPostmasterOf(room.data, pid))
  // A process that is dead but not yet reaped, or another one that got its number, would make
  // PostgreSQL refuse the directory for ever.
  rmSync(pidFile, { force: true })
  return wasAlive
}

function readPid(pidFile: string): number | undefined {
  try {
    return Number(readFileSync(pidFile, 'utf8').split('\n')[0]) || undefined
  } catch {
    return undefined
  }
}

function isPostmasterOf(data: string, pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data)
  } catch {
    return false // gone, or dead and not yet reaped
  }
}

/** Fast shutdown; immediate shutdown after 20 s; SIGKILL as the very last. */
async function stopProcess(pid: number, hasEnded: () => boolean): Promise<void> {
  for (const [signal, patience_ms] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (hasEnded()) return
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    for (const until = Date.now() + patience_ms; !hasEnded() && Date.now() < until; ) await sleep(20)
  }
}
