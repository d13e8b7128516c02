import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildDemo, demoClock } from '../src/app/demo/index.ts'
import { readDemo } from '../src/app/demo/read-demo.ts'
import { openProduct } from '../src/app/product.ts'
import { startStorage } from '../src/app/storage.ts'
import { dossier } from '../src/app/use-cases.ts'
import { median } from './compare.ts'

/**
 * `npm run bench:dossier [-- --rounds 3]`: the whole dossier of a complete project as one package, as the page
 * asks for it: gathering (on the main thread, in one transaction), writing Word and PDF (in the worker), packing.
 * Goal: 20 s for a complete project, and the main thread free while the documents are written.
 */
const at = process.argv.indexOf('--rounds')
const ROUNDS = at < 0 ? 3 : Number(process.argv[at + 1])
const GOAL_ms = 20_000

type Job = { id: string; state: string; done: number; total: number }
type Round = Readonly<
  Record<
    | 'gathering_ms'
    | 'writing_ms'
    | 'cpu_ms'
    | 'whole_ms'
    | 'delay_p99_ms'
    | 'delay_max_ms'
    | 'files'
    | 'size_mb',
    number
  >
>

/** Processor time of this process with its threads: what a busy machine does not stretch. */
function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const home = mkdtempSync(path.join(tmpdir(), 'jiheng-dossier-'))
const storage = await startStorage({ home })
try {
  await buildDemo(storage, { password: 'bench-Password-1' })
  const product = await openProduct(storage, { isDemo: true, clock: await demoClock(storage) })
  const { owner } = storage.database
  const reader = await owner.query<{ id: string }>(
    `select post.id from post join account using (person_id) where username = 'finance.performance'`,
  )
  const found = await owner.query<{ id: string }>(
    `select p.id from project p join record r on r.project_id = p.id
     where p.jurisdiction_id = $1 and r.kind = 'pilot.integratedReport' and r.state = 'approved'`,
    [readDemo().places.main],
  )
  const credentials = { postId: reader.rows[0]?.id ?? '' }
  const projectId = found.rows[0]?.id ?? ''
  const run = async <T>(useCase: (typeof dossier)['start'], input: object): Promise<T> =>
    JSON.parse((await product.run(useCase, input, { credentials })).body) as T
  const rounds: Round[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now()
    const before = process.cpuUsage()
    const job = await run<Job>(dossier.start, { projectId })
    const gathered = performance.now()
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    let now = job
    while (now.state === 'running') {
      await sleep(100)
      now = await run<Job>(dossier.job, { jobId: job.id })
    }
    delay.disable()
    const ended = performance.now()
    const file = await run<{ bytes_base64: string }>(dossier.download, { jobId: job.id })
    rounds.push({
      gathering_ms: gathered - began,
      writing_ms: ended - gathered,
      whole_ms: ended - began,
      cpu_ms: cpuSince(before),
      delay_p99_ms: delay.percentile(99) / 1e6,
      delay_max_ms: delay.max / 1e6,
      files: now.total,
      size_mb: (file.bytes_base64.length * 3) / 4 / 2 ** 20,
    })
    console.log(JSON.stringify(rounds.at(-1)))
  }
  const of = (name: keyof Round) => median(rounds.map((one) => one[name]))
  const whole = of('whole_ms')
  console.log(
    `dossier ${whole <= GOAL_ms ? 'PASS' : 'FAIL'}: ${of('files')} files, ${(whole / 1000).toFixed(1)} s ` +
      `(${(of('cpu_ms') / 1000).toFixed(1)} s of processor time; gathering ${of('gathering_ms').toFixed(0)} ms, writing ${of('writing_ms').toFixed(0)} ms), ` +
      `${of('size_mb').toFixed(1)} MB, event loop delay p99 ${of('delay_p99_ms').toFixed(1)} ms, ` +
      `max ${of('delay_max_ms').toFixed(1)} ms; median of ${ROUNDS}, load ${loadavg()[0]?.toFixed(1)}`,
  )
} finally {
  await storage.stop()
  rmSync(home, { recursive: true, force: true })
}
