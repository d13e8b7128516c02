import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'

export type Running = {
  readonly port: number
  readonly pid: number
  readonly started_ms: number
  stop(): Promise<void>
}

const ROOT = path.join(import.meta.dirname, '..')

/** The product as it is installed: `src/server/main.ts` on its own home; resolves at its first answer. */
export async function startProduct(home: string): Promise<Running> {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, [path.join(ROOT, 'src/server/main.ts')], {
    env: { ...process.env, JIHENG_HOME: home, PORT: String(port), DATABASE_URL: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (;;) {
    if (child.exitCode !== null) throw new Error('the product ended before its first answer')
    const isUp = await fetch(`http://127.0.0.1:${port}/api/setup`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isUp) break
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return { port, pid: child.pid ?? 0, started_ms: performance.now() - began, stop: () => stop(child) }
}

/** The floor on the same database. */
export async function startFloor(database: object): Promise<Running> {
  const port = await freePort()
  const child = spawn(process.execPath, [path.join(ROOT, 'bench/floor.ts'), String(port)], {
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

/** Proportional memory of a process and all its descendants. */
export function memoryOf_kb(pid: number): number {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === pid)
  return pss_kb(pid) + children.reduce((sum, child) => sum + memoryOf_kb(Number(child)), 0)
}

function parentOf(pid: string): number | undefined {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')[1],
    )
  } catch {
    return undefined
  }
}

function pss_kb(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })
}
