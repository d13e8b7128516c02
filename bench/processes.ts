import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { descendantsOf } from './cpu-time.ts'

export type Running = {
  readonly port: number
  readonly pid: number
  readonly started_ms: number
  stop(): Promise<void>
}

const ROOT = path.join(import.meta.dirname, '..')

/** How a product is started: a checkout by `src/server/main.ts`, a release by its own script. */
export type Command = readonly [program: string, ...args: string[]]
export const CHECKOUT: Command = [process.execPath, path.join(ROOT, 'src/server/main.ts')]

/** Starts the product on its own home; resolves at its first answer. */
export async function startProduct(
  home: string,
  command: Command = CHECKOUT,
  settings: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const port = await freePort()
  const [program, ...args] = command
  const began = performance.now()
  const child = spawn(program, args, {
    env: { ...process.env, DATABASE_URL: '', ...settings, JIHENG_HOME: home, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (;;) {
    if (child.exitCode !== null) throw new Error('the product ended before its first answer')
    if (await answers(port)) break
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return { port, pid: child.pid ?? 0, started_ms: performance.now() - began, stop: () => stop(child) }
}

/** A refused connection costs nothing; the first real answer is what counts. */
function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/api/setup`).then(
    (answer) => answer.ok,
    () => false,
  )
}

/** The process under which the embedded database of a product runs. */
export function databaseOf(product: Running): number {
  const found = descendantsOf(product.pid).find((pid) => nameOf(pid) === 'postgres')
  if (found === undefined) throw new Error('no database below the product')
  return found
}

function nameOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
  } catch {
    return ''
  }
}

/** A floor on the same database. */
export async function startFloor(database: object, program = 'bench/floor.ts'): Promise<Running> {
  const port = await freePort()
  const child = spawn(process.execPath, [path.join(ROOT, program), String(port)], {
    env: { ...process.env, FLOOR_DATABASE: JSON.stringify(database) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', () => reject(new Error('the floor ended')))
  })
  return { port, pid: child.pid ?? 0, started_ms: 0, stop: () => stop(child) }
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })
}
