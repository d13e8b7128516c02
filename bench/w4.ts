import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { type Connection, connect, encode, type Request } from './closed-loop.ts'
import { median } from './compare.ts'
import { cpuTime_us, descendantsOf, endedChildren_us } from './cpu-time.ts'
import { worsened } from './gate.ts'
import { databaseOf, type Running, startFloor, startProduct } from './processes.ts'
import type { Line } from './report.ts'
import { stockWriteWorld, type WriteLoad } from './w4-world.ts'

/**
 * W4 and W4b: `npm run bench w4 [-- --rounds 3] [--gate]`. W4 saves a target: header, ten indicators, audit
 * and the key against doubled submission. W4b approves one: state, step, 文号, frozen version and ledger leaf
 * of the target and of its budget line. All in one county, whose ledger and numbers are one queue.
 * Beside each the floor of w4-floor.ts, in turns of a few hundred requests on the same database.
 */
const at = process.argv.indexOf('--rounds')
const rounds = at < 0 ? 3 : Number(process.argv[at + 1])
const FILE = 'bench/results/w4.json'
const GOAL = 1.5
const TURNS = 2
/**
 * How many at once, and how many requests make a turn: enough that the first one, which is not counted, leaves
 * code and plans of every connection as they are after the first minute of a working day. W4b not with 64: in one
 * county they wait in one queue, which `drill:ledger-approvals` walks through.
 */
const LEVELS: readonly { readonly workload: WriteLoad; readonly clients: number; readonly turn: number }[] = [
  { workload: 'W4', clients: 1, turn: 150 },
  { workload: 'W4', clients: 16, turn: 320 },
  { workload: 'W4', clients: 64, turn: 640 },
  { workload: 'W4b', clients: 1, turn: 60 },
  { workload: 'W4b', clients: 16, turn: 160 },
]
const COUNT = LEVELS.reduce((sum, { turn }) => sum + turn * (1 + rounds * TURNS), 0)

type WriteLine = Line & { readonly p99_ms: number; readonly floor_p99_ms: number }

type Turn = { readonly times: readonly number[]; readonly cpu_us: number }

async function main(): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), 'jiheng-w4-'))
  const running: Running[] = []
  try {
    const product = await startProduct(home)
    running.push(product)
    const world = await stockWriteWorld(home, COUNT)
    const floor = await startFloor(world.database, 'bench/w4-floor.ts')
    running.push(floor)
    const left = { W4: { ...world.requests.W4 }, W4b: { ...world.requests.W4b } }
    const lines: WriteLine[] = []
    for (const level of LEVELS) lines.push(await compareWrites({ floor, product, left, ...level }))
    finish(lines)
  } finally {
    for (const one of running.reverse()) await one.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

type Left = Record<WriteLoad, Record<'floor' | 'product', readonly Request[]>>
type Job = {
  readonly floor: Running
  readonly product: Running
  readonly workload: WriteLoad
  readonly left: Left
  readonly clients: number
  readonly turn: number
}

async function compareWrites(job: Job): Promise<WriteLine> {
  const { workload, clients, turn } = job
  const databasePid = databaseOf(job.product)
  const open = async (running: Running) =>
    Promise.all(Array.from({ length: clients }, () => connect(running.port)))
  const sides = { floor: await open(job.floor), product: await open(job.product) }
  const take = async (side: 'floor' | 'product'): Promise<Turn> => {
    const queue = job.left[workload][side]
    job.left[workload][side] = queue.slice(turn)
    const pids = () => [job[side].pid, ...descendantsOf(databasePid)]
    // Connections that were idle are closed and opened anew: what their processes used counts too.
    const used_us = () => cpuTime_us(pids()) + endedChildren_us(databasePid)
    const before = used_us()
    const times = await sendAll(sides[side], queue.slice(0, turn))
    return { times, cpu_us: used_us() - before }
  }
  try {
    for (const side of ['floor', 'product'] as const) await take(side)
    const taken: Record<'floor' | 'product', Turn>[] = []
    for (let round = 0; round < rounds; round += 1) {
      const turns: Record<'floor' | 'product', Turn[]> = { floor: [], product: [] }
      for (let n = 0; n < TURNS; n += 1) {
        for (const side of ['floor', 'product'] as const) turns[side].push(await take(side))
      }
      taken.push({ floor: joined(turns.floor), product: joined(turns.product) })
    }
    return lineOf(job, taken)
  } finally {
    for (const connection of [...sides.floor, ...sides.product]) connection.close()
  }
}

function joined(turns: readonly Turn[]): Turn {
  return {
    times: turns.flatMap(({ times }) => times),
    cpu_us: turns.reduce((sum, { cpu_us }) => sum + cpu_us, 0),
  }
}

/** Each connection takes the next request as soon as its last was answered. */
async function sendAll(connections: readonly Connection[], requests: readonly Request[]): Promise<number[]> {
  const texts = requests.map(encode)
  const times: number[] = []
  await Promise.all(
    connections.map(async (connection) => {
      for (let text = texts.pop(); text !== undefined; text = texts.pop()) {
        const began = performance.now()
        await connection.ask(text)
        times.push(performance.now() - began)
      }
    }),
  )
  return times
}

function lineOf({ workload, clients }: Job, taken: readonly Record<'floor' | 'product', Turn>[]): WriteLine {
  const p50 = (side: 'floor' | 'product') => taken.map((round) => median(round[side].times))
  const p99 = (side: 'floor' | 'product') => {
    const sorted = taken.flatMap((round) => round[side].times).sort((a, b) => a - b)
    return sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN
  }
  const cpu = (turn: Turn) => turn.cpu_us / turn.times.length
  const ratios = taken.map((round) => median(round.product.times) / median(round.floor.times))
  return {
    ...{ workload, mode: 'write', clients, goal: GOAL },
    floor_p50_ms: median(p50('floor')),
    product_p50_ms: median(p50('product')),
    ratios,
    ratio: median(ratios),
    cpuRatio: median(taken.map((round) => cpu(round.product) / cpu(round.floor))),
    rate: median(taken.map((round) => (1000 * clients) / mean(round.product.times))),
    floor_p99_ms: p99('floor'),
    p99_ms: p99('product'),
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function finish(lines: readonly WriteLine[]): void {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const machine = { cores: cpus().length, load: loadavg()[0] ?? 0 }
  console.log(`${rounds} 轮，底线与产品轮流，${machine.cores} 核，结束时负载 ${machine.load.toFixed(1)}`)
  console.table(
    lines.map((line) => ({
      负载: line.workload,
      并发: line.clients,
      '底线 p50 毫秒': line.floor_p50_ms.toFixed(2),
      '产品 p50 毫秒': line.product_p50_ms.toFixed(2),
      倍数: line.ratio.toFixed(2),
      处理器时间倍数: line.cpuRatio.toFixed(2),
      目标: `≤ ${line.goal}`,
      '产品 p99 毫秒': line.p99_ms.toFixed(0),
      每秒: Math.round(line.rate),
    })),
  )
  if (process.argv.includes('--gate')) {
    const found = worsened(FILE, lines)
    for (const sentence of found) console.log(sentence)
    if (found.length > 0) process.exitCode = 1
    return
  }
  mkdirSync('bench/results', { recursive: true })
  const report = { commit, date: new Date().toISOString().slice(0, 10), rounds, ...machine, lines }
  writeFileSync(FILE, `${JSON.stringify(report, null, 2)}\n`)
}

await main()
