import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { execFileSync } from 'node:child_process'
import { loadWorld, type World } from './load-world.ts'
import { measure, median } from './measure.ts'
import { memoryOf_kb, type Running, startFloor, startProduct } from './processes.ts'

/**
 * `npm run bench -- [--scale 0.1|1|10] [--rounds 3] [--seconds 4]`: the floor and the product side by
 * side on the same data, interleaved; prints ratios and writes them to bench/results.json.
 * `npm run bench -- W5 [--forms 10000]`: see w5.ts.
 */
const option = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const scale = option('scale', 0.1)
const rounds = option('rounds', 3)
const seconds = option('seconds', 4)

type Line = {
  workload: string
  clients: number
  floor_p50_ms: number
  product_p50_ms: number
  ratio: number
  rate: number
  goal: number
}

async function main(): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), 'jiheng-bench-'))
  let product: Running | undefined
  let floor: Running | undefined
  try {
    product = await startProduct(home)
    const firstStart_ms = product.started_ms
    const world = await loadWorld(home, scale)
    floor = await startFloor(world.database)
    const lines: Line[] = []
    for (const clients of [1, 16]) {
      lines.push(await compare('W1', clients, product, floor, world))
      lines.push(await compare('W2', clients, product, floor, world))
    }
    await world.close()
    await floor.stop()
    floor = undefined
    const start = await measureStarts(home, product)
    product = start.product
    report(lines, {
      firstStart_ms,
      warmStart_ms: start.warm_ms,
      memory_mb: start.memory_mb,
      rows: world.rows,
    })
  } finally {
    await floor?.stop()
    await product?.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

async function compare(
  workload: 'W1' | 'W2',
  clients: number,
  product: Running,
  floor: Running,
  world: World,
): Promise<Line> {
  const results: { floor: number; product: number; rate: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const below = await measure(floor.port, world.requests(workload, 'floor'), clients, seconds)
    const ours = await measure(product.port, world.requests(workload, 'product'), clients, seconds)
    results.push({ floor: below.p50_ms, product: ours.p50_ms, rate: ours.rate })
  }
  const ratios = results.map((result) => result.product / result.floor)
  return {
    workload,
    clients,
    floor_p50_ms: median(results.map((result) => result.floor)),
    product_p50_ms: median(results.map((result) => result.product)),
    ratio: median(ratios),
    rate: median(results.map((result) => result.rate)),
    goal: workload === 'W1' && clients === 1 ? 1.5 : 1.3,
  }
}

async function measureStarts(home: string, running: Running) {
  const starts: number[] = []
  let product = running
  for (let round = 0; round < rounds; round += 1) {
    await product.stop()
    product = await startProduct(home)
    starts.push(product.started_ms)
  }
  await new Promise((resolve) => setTimeout(resolve, 3000))
  return { product, warm_ms: median(starts), memory_mb: memoryOf_kb(product.pid) / 1024 }
}

function report(
  lines: readonly Line[],
  w10: { firstStart_ms: number; warmStart_ms: number; memory_mb: number; rows: Record<string, number> },
): void {
  console.log(`规模 ${scale},${rounds} 轮交替,每次 ${seconds} 秒,${cpus().length} 核`)
  console.table(
    lines.map(({ workload, clients, floor_p50_ms, product_p50_ms, ratio, rate, goal }) => ({
      负载: workload,
      并发: clients,
      '底线 p50 毫秒': floor_p50_ms.toFixed(2),
      '产品 p50 毫秒': product_p50_ms.toFixed(2),
      倍数: ratio.toFixed(2),
      目标: `≤ ${goal}`,
      达标: ratio <= goal ? '是' : '否',
      每秒: Math.round(rate),
    })),
  )
  console.log(
    `W10 首次启动 ${(w10.firstStart_ms / 1000).toFixed(2)} 秒,再次启动 ${(w10.warmStart_ms / 1000).toFixed(2)} 秒,静置内存 ${w10.memory_mb.toFixed(0)} MB(PSS,含数据库)`,
  )
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  mkdirSync('bench/results', { recursive: true })
  writeFileSync(
    `bench/results/scale-${scale}.json`,
    `${JSON.stringify({ commit, date: new Date().toISOString().slice(0, 10), scale, rounds, seconds, cores: cpus().length, lines, w10 }, null, 2)}\n`,
  )
}

if (process.argv.includes('W5')) {
  const { benchW5 } = await import('./w5.ts')
  await benchW5({ rounds, forms: option('forms', 10_000) })
} else await main()
