import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A release as it lies on another machine: in a folder of its own, no packages around it, Node in the path. */
export type Installed = {
  readonly place: string
  readonly release: string
  /** Runs `jiheng <words>` to its end. */
  run(home: string, words: readonly string[], settings?: Settings): Promise<Ended>
  /** Starts `jiheng start` or `jiheng demo`; resolves at the first answer. */
  serve(home: string, words: readonly string[]): Promise<Serving>
  remove(): void
}
export type Ended = { readonly code: number; readonly out: string; readonly error: string }
export type Serving = { readonly origin: string; stop(): Promise<void> }
type Settings = Readonly<Record<string, string>>

const PATIENCE_MS = 180_000

/** Copies the release away from the checkout. */
export function install(release: string): Installed {
  const place = mkdtempSync(path.join(tmpdir(), 'jiheng-release-'))
  chmodSync(place, 0o711) // the account of the database has to pass
  const copy = path.join(place, 'jiheng')
  cpSync(release, copy, { recursive: true, verbatimSymlinks: true })
  mkdirSync(path.join(place, 'bin'))
  symlinkSync(process.execPath, path.join(place, 'bin/node'))
  const program = path.join(copy, 'bin/jiheng')
  const environment = (home: string, settings: Settings = {}) => ({
    PATH: `${path.join(place, 'bin')}:/usr/bin:/bin`,
    JIHENG_HOME: home,
    ...settings,
  })
  return {
    place,
    release: copy,
    run: (home, words, settings) =>
      runToEnd(program, words, { env: environment(home, settings), cwd: place }),
    async serve(home, words) {
      const port = await freePort()
      const child = spawn(program, words, {
        cwd: place,
        env: environment(home, { PORT: String(port) }),
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      const stop = () => end(child)
      const origin = `http://127.0.0.1:${port}`
      try {
        await untilItAnswers(origin, child)
      } catch (error) {
        await stop()
        throw error
      }
      return { origin, stop }
    },
    remove: () => rmSync(place, { recursive: true, force: true }),
  }
}

async function runToEnd(
  program: string,
  words: readonly string[],
  options: { readonly env: Settings; readonly cwd: string },
): Promise<Ended> {
  const child = spawn(program, words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  const texts = Promise.all([child.stdout, child.stderr].map((stream) => stream.toArray()))
  const [code] = await once(child, 'close')
  const [out = '', error = ''] = (await texts).map((parts) => Buffer.concat(parts).toString())
  return { code: typeof code === 'number' ? code : -1, out, error }
}

async function untilItAnswers(origin: string, child: ChildProcess): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(50)) {
    if (child.exitCode !== null) throw new Error('the release ended before its first answer')
    const isUp = await fetch(`${origin}/api/setup`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isUp) return
  }
  throw new Error('the release does not answer')
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as net.AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
