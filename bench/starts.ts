import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { median } from './compare.ts'
import { cpuTime_us, descendantsOf, endedChildren_us, memoryOf_kb } from './cpu-time.ts'
import { type Running, startProduct } from './processes.ts'

/**
 * W10 of a release: `npm run bench starts [-- --release dist/release] [--times 7]`. The release is copied
 * to an empty folder with a Node of its own, so that no page of memory is shared with anything else.
 * First starts each make a new database; the very first also compiles the code.
 */
const text = (name: string) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}
const times = Number(text('times') ?? 7)
const release = path.resolve(text('release') ?? 'dist/release')
const REST_MS = 3000

type Start = { readonly wall_ms: number; readonly cpu_ms: number; readonly memory_mb: number }

async function main(): Promise<void> {
  const place = mkdtempSync(path.join(tmpdir(), 'jiheng-starts-'))
  chmodSync(place, 0o711)
  try {
    const copy = path.join(place, 'jiheng')
    cpSync(release, copy, { recursive: true, verbatimSymlinks: true })
    rmSync(path.join(copy, '.cache'), { recursive: true, force: true })
    mkdirSync(path.join(copy, 'node/bin'), { recursive: true })
    copyFileSync(process.execPath, path.join(copy, 'node/bin/node'))
    const start = (home: string) => measure(path.join(copy, 'bin/jiheng'), path.join(place, home))
    const first: Start[] = []
    const warm: Start[] = []
    for (let n = 0; n < times; n += 1) {
      first.push(await start(`home-${n}`))
      warm.push(await start(`home-${n}`))
    }
    report({ first, warm })
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

async function measure(program: string, home: string): Promise<Start> {
  const product: Running = await startProduct(home, [program, 'start'])
  const cpu_ms = cpuTime_us(descendantsOf(product.pid)) / 1000 + endedChildren_us(product.pid) / 1000
  await sleep(REST_MS)
  const memory_mb = memoryOf_kb(product.pid) / 1024
  await product.stop()
  return { wall_ms: product.started_ms, cpu_ms, memory_mb }
}

function report(starts: Readonly<Record<'first' | 'warm', readonly Start[]>>): void {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const machine = { cores: cpus().length, load: loadavg()[0] ?? 0 }
  const rows = (['first', 'warm'] as const).map((kind) => {
    const all = (field: keyof Start) => starts[kind].map((start) => start[field])
    const range = (field: keyof Start) => {
      const sorted = all(field).sort((a, b) => a - b)
      return `${median(sorted).toFixed(0)} (${sorted[0]?.toFixed(0)}–${sorted.at(-1)?.toFixed(0)})`
    }
    return {
      启动: kind === 'first' ? '首次' : '再次',
      '第一个回答 毫秒': range('wall_ms'),
      '处理器时间 毫秒': range('cpu_ms'),
      '静置内存 MB（PSS）': range('memory_mb'),
    }
  })
  console.log(`${times} 次，中位数（最小–最大），${machine.cores} 核，负载 ${machine.load.toFixed(1)}`)
  console.table(rows)
  const result = { commit, date: new Date().toISOString().slice(0, 10), ...machine, ...starts }
  mkdirSync('bench/results', { recursive: true })
  writeFileSync('bench/results/starts.json', `${JSON.stringify(result, null, 2)}\n`)
}

await main()
