import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { OperationProblem } from '../problem.ts'
import { type EmbeddedServer, type ServerOptions, startServer } from './supervisor.ts'

const isRoot = process.getuid?.() === 0

let home: string
let said: string[]
let servers: EmbeddedServer[]
let children: ChildProcess[]

/** A database made once; most tests begin with a copy of it, because making one takes a second. */
let ready: string

beforeAll(async () => {
  ready = makeHome()
  await (await startServer({ home: ready, isDurable: false })).stop()
}, 60_000)

afterAll(() => rmSync(ready, { recursive: true, force: true }))

function makeHome(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'jiheng-supervisor-'))
  chmodSync(made, 0o711)
  return made
}

function useReadyDatabase(): void {
  execFileSync('cp', ['-a', path.join(ready, 'database'), home])
}

beforeEach(() => {
  home = makeHome()
  said = []
  servers = []
  children = []
})

afterEach(async () => {
  for (const server of servers) await server.stop()
  for (const child of children) child.kill('SIGKILL')
  rmSync(home, { recursive: true, force: true })
})

async function start(options: Partial<ServerOptions> = {}): Promise<EmbeddedServer> {
  const server = await startServer({ home, isDurable: false, say: (line) => said.push(line), ...options })
  servers.push(server)
  return server
}

async function startElsewhere(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'hold-server.fixture.ts'), home], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  await once(child.stdout!, 'data')
  return child
}

async function ask(server: EmbeddedServer, sql: string): Promise<unknown[]> {
  if ('url' in server.address) throw new Error('embedded servers have no url')
  const client = new pg.Client(server.address)
  client.on('error', () => undefined)
  try {
    await client.connect()
    return (await client.query(sql)).rows
  } finally {
    await client.end().catch(() => undefined)
  }
}

const dataDirectory = () => path.join(home, 'database', 'data')
const postmasterPid = () =>
  Number(readFileSync(path.join(dataDirectory(), 'postmaster.pid'), 'utf8').split('\n')[0])

const isAlive = (pid: number) => {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

async function until(condition: () => boolean, patience_ms = 10_000): Promise<void> {
  for (const end = Date.now() + patience_ms; !condition(); ) {
    if (Date.now() > end) throw new Error('waited in vain')
    await sleep(20)
  }
}

/** The watch of a server is the shell that holds its pid as argument. */
function watchOf(postmaster: number): number {
  const line = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
    .split('\n')
    .find((entry) => entry.includes('jiheng-watch') && entry.trim().endsWith(` ${postmaster}`))
  return Number(line?.trim().split(/\s+/)[0])
}

describe('the database supervisor', { timeout: 60_000 }, () => {
  it('keeps what was written from one start to the next', async () => {
    const first = await start()
    await ask(first, 'create table kept as select 1 as one')
    await first.stop()
    expect(await ask(await start(), 'select one from kept')).toEqual([{ one: 1 }])
    expect(said).toEqual(['已建立新的数据库。'])
  })

  it('listens on no network address and knows no password', async () => {
    const server = await start()
    expect(
      await ask(server, `select current_setting('listen_addresses') as l, current_setting('ssl') as s`),
    ).toEqual([{ l: '', s: 'off' }])
    expect(readFileSync(path.join(dataDirectory(), 'pg_hba.conf'), 'utf8')).not.toMatch(/trust|password/)
    expect(await ask(server, `select current_setting('data_checksums') as c`)).toEqual([{ c: 'on' }])
  })

  it('starts over when making the database was interrupted', async () => {
    mkdirSync(path.join(home, 'database', 'data.unfinished-1', 'base'), { recursive: true })
    writeFileSync(path.join(home, 'database', 'data.unfinished-1', 'PG_VERSION'), '18\n')
    expect(await ask(await start(), 'select 1 as one')).toEqual([{ one: 1 }])
    expect(existsSync(path.join(home, 'database', 'data.unfinished-1'))).toBe(false)
  })

  describe('on a database already made', () => {
    beforeEach(useReadyDatabase)

    it('refuses a second start in words, and lets a command attach', async () => {
      const child = await startElsewhere()
      await expect(start()).rejects.toThrow(`绩衡已经在运行（进程 ${child.pid}`)
      const attached = await start({ whenRunning: 'attach' })
      expect(await ask(attached, 'select 1 as one')).toEqual([{ one: 1 }])
      await attached.stop()
      expect(isAlive(postmasterPid())).toBe(true)
    })

    it('lets exactly one of several simultaneous starts win', async () => {
      const results = await Promise.allSettled([1, 2, 3, 4].map(() => start()))
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    })

    it('stops the server when its parent is asked to end', async () => {
      const child = await startElsewhere()
      const postmaster = postmasterPid()
      child.kill('SIGTERM')
      await once(child, 'exit')
      expect(isAlive(postmaster)).toBe(false)
    })

    it('stops the server when its parent is killed, and starts again at once', async () => {
      const child = await startElsewhere()
      const postmaster = postmasterPid()
      child.kill('SIGKILL')
      await until(() => !isAlive(postmaster))
      expect(await ask(await start(), 'select 1 as one')).toEqual([{ one: 1 }])
    })

    it('stops a server orphaned without its watch, and says so', async () => {
      const child = await startElsewhere()
      const postmaster = postmasterPid()
      process.kill(watchOf(postmaster), 'SIGKILL')
      child.kill('SIGKILL')
      await once(child, 'exit')
      await sleep(300)
      expect(isAlive(postmaster)).toBe(true)
      expect(await ask(await start(), 'select 1 as one')).toEqual([{ one: 1 }])
      expect(isAlive(postmaster)).toBe(false)
      expect(said.join()).toContain('上次运行没有正常结束')
    })

    it('starts when parent, watch and server were all killed', async () => {
      const child = await startElsewhere()
      const postmaster = postmasterPid()
      for (const pid of [watchOf(postmaster), postmaster]) process.kill(pid, 'SIGKILL')
      child.kill('SIGKILL')
      expect(await ask(await start(), 'select 1 as one')).toEqual([{ one: 1 }])
    })

    it('starts again by itself when the server is killed', async () => {
      const server = await start({ isDurable: true })
      await ask(server, 'create table kept as select 1 as one')
      const killed = postmasterPid()
      process.kill(killed, 'SIGKILL')
      await until(
        () => existsSync(path.join(dataDirectory(), 'postmaster.pid')) && postmasterPid() !== killed,
      )
      await until(() => /ready/.test(readFileSync(path.join(dataDirectory(), 'postmaster.pid'), 'utf8')))
      expect(await ask(server, 'select one from kept')).toEqual([{ one: 1 }])
      expect(said).toContain('数据库意外停止，正在重新启动。')
    })

    it('is not held up by the pid file of a dead server whose number another process has now', async () => {
      await (await start()).stop()
      writeFileSync(path.join(dataDirectory(), 'postmaster.pid'), `${process.pid}\n${dataDirectory()}\n`)
      expect(await ask(await start(), 'select 1 as one')).toEqual([{ one: 1 }])
    })

    it('names the log and the reason when the server cannot start', async () => {
      await (await start()).stop()
      const problem: OperationProblem = await start({ settings: ['shared_buffers=nonsense'] }).catch(
        (error) => error,
      )
      expect(problem.message).toContain('数据库没有启动成功')
      expect(problem.detail).toContain('shared_buffers')
    })

    it('refuses a data directory of another major version', async () => {
      await (await start()).stop()
      writeFileSync(path.join(dataDirectory(), 'PG_VERSION'), '17\n')
      await expect(start()).rejects.toThrow('数据目录由 PostgreSQL 17 建立')
    })
  })
})

describe.skipIf(!isRoot)('the database supervisor under root', { timeout: 60_000 }, () => {
  it('runs the server as a user that is not root', async () => {
    useReadyDatabase()
    await start()
    const owner = execFileSync('ps', ['-o', 'user=', '-p', String(postmasterPid())], { encoding: 'utf8' })
    expect(owner.trim()).toMatch(/^(postgres|jiheng)$/)
  })

  it('finds another place when the server may not enter the home directory, and says where', async () => {
    chmodSync(home, 0o700)
    const server = await start()
    try {
      expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
      expect(said.join()).toMatch(/无法进入 .*改放在 \/var\/lib\/jiheng\//)
      await server.stop()
      expect(await ask(await start(), 'select 1 as one')).toEqual([{ one: 1 }])
    } finally {
      await servers.at(-1)?.stop()
      servers = []
      rmSync(server.room.database, { recursive: true })
    }
  })

  it('says in words that the disk is full, at the first start and at a later one', async () => {
    const mount = (size: string) =>
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=711`, 'none', home])
    mount('20m')
    try {
      await expect(start()).rejects.toThrow(/磁盘空间不足[:：].*只剩 \d+ MB/)
      execFileSync('mount', ['-o', 'remount,size=300m', home])
      await (await start()).stop()
      execFileSync('mount', ['-o', 'remount,size=120m', home])
      await expect(start()).rejects.toThrow('磁盘空间不足')
    } finally {
      execFileSync('umount', [home])
    }
  })
})
