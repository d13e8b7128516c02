import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  buildDemo,
  demoClock,
  demoState,
  emptyDemo,
  listAccounts,
  makePassword,
  renewPassword,
} from '../../app/demo/index.ts'
import { openProduct, type ProductStorage } from '../../app/product.ts'
import { homeDirectory, OperationProblem, type Storage, startStorage } from '../../app/storage.ts'
import { buildServer } from '../../server/server.ts'
import { WEB_FOLDER } from '../../server/web-pages.ts'
import type { Command } from './command.ts'

/** Said by a starting demonstration to the process it has the data built by. */
const BESIDE = '--build-beside'

const say = (sentence: string) => console.log(sentence)

/** 演示: builds the data when there is none, starts the product with it and says how to get in. */
export const demo: Command = {
  usage: '建立演示数据并启动；--reset 重新建立，--build-only 只建立不启动',
  run: async (words) => {
    const home = demoHome()
    if (process.env['DATABASE_URL']) say('演示只使用内置数据库，不会改动 DATABASE_URL 指向的数据库。')
    const isReset = words.includes('--reset')
    if (words.includes(BESIDE)) return buildBeside(home)
    const storage = await openStorage(home, isReset)
    if (storage.server?.isOurs === false) return sayRunning(home, storage)
    try {
      await prepare(home, storage, isReset)
      if (!words.includes('--build-only')) return await serve(home, storage)
      await storage.stop()
      return 0
    } catch (error) {
      await storage.stop()
      throw error
    }
  },
}

/** `JIHENG_HOME`, or `var/demo`: the demonstration never shares a place with real data by itself. */
function demoHome(): string {
  return process.env['JIHENG_HOME'] ? homeDirectory() : path.join(homeDirectory(), 'demo')
}

/** What a running demonstration leaves for a second start: who it is and where it answers. */
type Running = { readonly pid: number; readonly address: string }

const runningFile = (home: string) => path.join(home, 'demo-running')

function readRunning(home: string): Running | undefined {
  const file = runningFile(home)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Running) : undefined
}

const START_PATIENCE_MS = 20_000

/** The storage; when another process has it, theirs – after they were stopped, if all is to be made anew. */
async function openStorage(home: string, isReset: boolean): Promise<Storage> {
  const attach = () => startStorage({ home, whenRunning: 'attach', say })
  const storage = await attach()
  // Whoever wrote it was killed: nobody may be taken for it.
  if (storage.server?.isOurs !== false) rmSync(runningFile(home), { force: true })
  if (!isReset || storage.server?.isOurs !== false) return storage
  await storage.stop()
  const running = readRunning(home)
  if (!running) throw new OperationProblem('绩衡正在用这个数据目录运行。请先停止它，再重新建立演示数据。')
  say('正在停止运行中的演示……')
  process.kill(running.pid, 'SIGTERM')
  for (const until = Date.now() + START_PATIENCE_MS; Date.now() < until; ) {
    await sleep(200)
    if (existsSync(runningFile(home))) continue
    const free = await attach()
    if (free.server?.isOurs !== false) return free
    await free.stop()
  }
  throw new OperationProblem(`运行中的演示（进程 ${running.pid}）没有停止。请先停止它再试。`)
}

/** A second start does no harm: it says where the first one is. */
async function sayRunning(home: string, storage: Storage): Promise<number> {
  try {
    const running = readRunning(home)
    if (!running) throw new OperationProblem('演示正在由另一个进程建立或启动，请稍候再试。')
    say(`演示已经在运行：${running.address}`)
    await sayAccounts(home, storage)
    return 0
  } finally {
    await storage.stop()
  }
}

/** Brings the database to a finished demonstration, whatever it holds now. */
async function prepare(home: string, storage: Storage & ProductStorage, isReset: boolean): Promise<void> {
  const state = await demoState(storage)
  if (state === 'other') {
    throw new OperationProblem(
      `${home} 里是正式数据，演示不会改动它。请用 JIHENG_HOME 为演示另指定一个目录。`,
    )
  }
  if (state === 'finished' && !isReset) return keepPassword(home, storage)
  if (state === 'unfinished') say('上次没有建完，重新建立演示数据。')
  if (state !== 'empty') await emptyDemo(storage)
  newPassword(home)
  const builder = spawn(process.execPath, [process.argv[1] ?? '', 'demo', BESIDE], { stdio: 'inherit' })
  const [code] = await once(builder, 'exit')
  if (code !== 0) throw new OperationProblem('演示数据没有建成。原因见上；改正后重新运行即可，会从头再建。')
}

/**
 * Builds in the storage of the process that asked for it. In a process of its own, so that what
 * building needs of memory is not kept by the server for as long as it runs.
 */
async function buildBeside(home: string): Promise<number> {
  const storage = await startStorage({ home, whenRunning: 'attach', say })
  try {
    const began = Date.now()
    await buildDemo(storage, { password: readPassword(home), say })
    say(`用时 ${((Date.now() - began) / 1000).toFixed(1)} 秒。`)
    return 0
  } finally {
    await storage.stop()
  }
}

const passwordFile = (home: string) => path.join(home, 'demo-password')

/** Made by chance for each build; only who may read this directory can sign in. */
function newPassword(home: string): string {
  const password = makePassword()
  rmSync(passwordFile(home), { force: true })
  writeFileSync(passwordFile(home), `${password}\n`, { mode: 0o600 })
  return password
}

function readPassword(home: string): string {
  return readFileSync(passwordFile(home), 'utf8').trim()
}

async function keepPassword(home: string, storage: ProductStorage): Promise<void> {
  if (!existsSync(passwordFile(home))) await renewPassword(storage, newPassword(home))
}

/** Serves until it is told to end; the files it leaves for others go with it. */
async function serve(home: string, storage: Storage & ProductStorage): Promise<number> {
  if (!existsSync(path.join(WEB_FOLDER, 'index.html'))) say('网页还没有生成，请用 npm run demo 启动。')
  const product = await openProduct(storage, { clock: await demoClock(storage) })
  const server = await buildServer(product, { isLogging: true })
  const address = await listen(server, Number(process.env['PORT'] ?? 8022))
  writeFileSync(runningFile(home), JSON.stringify({ pid: process.pid, address } satisfies Running))
  say(`\n绩衡演示已启动：${address}（按 Ctrl+C 停止）`)
  say(`演示里的今天是 ${product.services.clock().toISOString().slice(0, 10)}，随实际时间往后走。`)
  const publicSite = startPublic(home)
  await sayAccounts(home, storage)
  const why = await Promise.race([untilTold(), storage.server?.lost ?? untilTold()])
  if (why) console.error(why)
  publicSite.kill('SIGTERM')
  await server.close()
  rmSync(runningFile(home), { force: true })
  await storage.stop()
  return why ? 1 : 0
}

/** The public site beside it, as a process of its own: it says its address, or why it could not start. */
function startPublic(home: string): ChildProcess {
  const port = process.env['JIHENG_PUBLIC_PORT'] ?? String(Number(process.env['PORT'] ?? 8022) + 1)
  return spawn(process.execPath, [process.argv[1] ?? '', 'public'], {
    // Its standard input ends with this process, however it ends.
    stdio: ['pipe', 'inherit', 'inherit'],
    env: { ...process.env, JIHENG_HOME: home, JIHENG_PUBLIC_PORT: port, JIHENG_PUBLIC_DEMO: '1' },
  })
}

async function listen(server: Awaited<ReturnType<typeof buildServer>>, port: number): Promise<string> {
  try {
    return await server.listen({ host: '127.0.0.1', port })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    throw new OperationProblem(`端口 ${port} 已被占用。请换一个端口，例如：PORT=${port + 1} npm run demo`)
  }
}

/** Resolves at Ctrl+C and SIGTERM. */
function untilTold(): Promise<undefined> {
  return new Promise((resolve) => {
    process.once('SIGTERM', () => resolve(undefined))
    process.once('SIGINT', () => resolve(undefined))
  })
}

async function sayAccounts(home: string, storage: ProductStorage): Promise<void> {
  const accounts = await listAccounts(storage.database.query)
  say('全部为演示数据，单位、人员、等级、问题和决定均为虚构。账号（口令都一样）：\n')
  for (const { username, person, title, body } of accounts) {
    say(`  ${username.padEnd(20)} ${title} ${person} · ${body}`)
  }
  say(`\n口令：${readPassword(home)}`)
}
