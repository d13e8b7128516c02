import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { execFileSync } from 'node:child_process'
import { compare, median, type Subject } from './compare.ts'
import { memoryOf_kb } from './cpu-time.ts'
import { worsened } from './gate.ts'
import { loadWorld, type Workload, type World } from './load-world.ts'
import { type Line, printLines, printStart, type Report } from './report.ts'
import { CHECKOUT, type Command, databaseOf, type Running, startFloor, startProduct } from './processes.ts'

/**
 * `npm run bench -- [--scale 0.1|1|10] [--rounds 3] [--seconds 4] [--gate] [--release FOLDER]`: the floor
 * and the product side by side on the same data, in turns; prints ratios and writes them to bench/results.
 * With `--gate` nothing is written: it fails when a ratio is 15 % worse than the stored one.
 * With `--release` the product is a release folder instead of this checkout.
 * `npm run bench -- W5 [--forms 10000]`: see w5.ts.
 */
const text = (name: string) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}
const scale = Number(text('scale') ?? 0.1)
const rounds = Number(text('rounds') ?? 3)
const seconds = Number(text('seconds') ?? 4)
const isGate = process.argv.includes('--gate')
const release = text('release')
const command: Command = release ? [path.resolve(release, 'bin/jiheng'), 'start'] : CHECKOUT

/** As many files as fit into the memory for pages, and more than one person reads in a morning. */
const REPEATED_FILES = 1000
const GOALS: Readonly<Record<string, number>> = { 'W1 cold 1': 1.5, 'W1 repeated': 0.5, 'W2 repeated': 0.6 }

async function main(): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), 'jiheng-bench-'))
  const running: Running[] = []
  try {
    const product = await startProduct(home, command)
    running.push(product)
    const world = await loadWorld(home, scale)
    const lines = await compareAll(product, world, running)
    await world.close()
    for (const one of running.splice(0).reverse()) await one.stop()
    const w10 = { firstStart_ms: product.started_ms, ...(await measureStarts(home)) }
    finish({ lines, w10, rows: world.rows })
  } finally {
    for (const one of running.reverse()) await one.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

/** The product twice on one database: one server keeps pages, the other makes each anew. */
async function compareAll(product: Running, world: World, running: Running[]): Promise<Line[]> {
  const { database } = world
  const floor = await startFloor(database)
  running.push(floor)
  const anew = await startProduct(mkdtempSync(path.join(tmpdir(), 'jiheng-bench-')), command, {
    DATABASE_URL: 'url' in database ? database.url : urlOf(database),
    JIHENG_PAGE_CACHE_MB: '0',
  })
  running.push(anew)
  const databasePid = databaseOf(product)
  const subject = (
    side: 'floor' | 'product',
    one: Running,
    workload: Workload,
    isRepeated: boolean,
  ): Subject => {
    const all = world.requests(workload, side)
    const requests = isRepeated ? all.slice(0, REPEATED_FILES) : all
    return { port: one.port, pid: one.pid, databasePid, requests }
  }
  const lines: Line[] = []
  for (const clients of [1, 16]) {
    for (const workload of ['W1', 'W2'] as const) {
      for (const mode of ['cold', 'repeated'] as const) {
        const isRepeated = mode === 'repeated'
        const ours = subject('product', isRepeated ? product : anew, workload, isRepeated)
        if (isRepeated) await readOnce(ours)
        const against = subject('floor', floor, workload, isRepeated)
        const comparison = await compare(against, ours, { clients, rounds, seconds })
        const goal = GOALS[`${workload} ${mode} ${clients}`] ?? GOALS[`${workload} ${mode}`] ?? 1.3
        lines.push({ workload, mode, clients, goal, ...comparison })
      }
    }
  }
  return lines
}

/** So that what is called repeated has been asked for before. */
async function readOnce({ port, requests }: Subject): Promise<void> {
  for (const { path: address, headers } of requests) {
    const answer = await fetch(`http://127.0.0.1:${port}${address}`, { headers: { ...headers } })
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`refused: ${answer.status}`)
  }
}

function urlOf(address: {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
}) {
  const place = new URLSearchParams({ host: address.host, port: String(address.port) })
  return `postgres://${address.user}@localhost/${address.database}?${place}`
}

async function measureStarts(home: string) {
  const starts: number[] = []
  let memory_mb = 0
  for (let round = 0; round < rounds; round += 1) {
    const product = await startProduct(home, command)
    starts.push(product.started_ms)
    await new Promise((resolve) => setTimeout(resolve, 3000))
    memory_mb = memoryOf_kb(product.pid) / 1024
    await product.stop()
  }
  return { warmStart_ms: median(starts), memory_mb }
}

function finish(measured: Pick<Report, 'lines' | 'w10' | 'rows'>): void {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const date = new Date().toISOString().slice(0, 10)
  const machine = { cores: cpus().length, load: loadavg()[0] ?? 0 }
  const report: Report = { commit, date, scale, rounds, seconds, ...machine, ...measured }
  printLines(report)
  printStart(report)
  const file = `bench/results/${release ? 'release-' : ''}scale-${scale}.json`
  if (isGate) {
    const found = worsened(file, report.lines)
    for (const sentence of found) console.log(sentence)
    if (found.length > 0) process.exitCode = 1
    return
  }
  mkdirSync('bench/results', { recursive: true })
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
}

if (process.argv.includes('W5')) {
  const { benchW5 } = await import('./w5.ts')
  await benchW5({ rounds, forms: Number(text('forms') ?? 10_000) })
} else await main()
