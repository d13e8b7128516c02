import { cpuTime_us, descendantsOf } from './cpu-time.ts'
import { type ClosedLoop, openClosedLoop, type Request } from './closed-loop.ts'

/** What is measured: a server, and the process under which its database runs. */
export type Subject = {
  readonly port: number
  readonly pid: number
  readonly databasePid: number
  readonly requests: readonly Request[]
}

export type Comparison = {
  readonly floor_p50_ms: number
  readonly product_p50_ms: number
  /** product ÷ floor of the p50, one per round */
  readonly ratios: readonly number[]
  /** the middle one; the figure that counts */
  readonly ratio: number
  /** product ÷ floor of processor time per answer (server and database), median of the rounds */
  readonly cpuRatio: number
  /** product, answers per second */
  readonly rate: number
}

const SLICE_SECONDS = 0.5
const WARM_SECONDS = 1

/**
 * Floor and product in turns of half a second, so that whatever else the machine does meets both.
 * @param seconds for each of the two in each round
 */
export async function compare(
  floor: Subject,
  product: Subject,
  options: { readonly clients: number; readonly rounds: number; readonly seconds: number },
): Promise<Comparison> {
  const loops = await Promise.all(
    [floor, product].map(({ port, requests }) => openClosedLoop(port, requests, options.clients)),
  )
  const sides = [floor, product].map((subject, at) => ({ subject, loop: loops[at] as ClosedLoop }))
  try {
    for (const { loop } of sides) await loop.run(WARM_SECONDS)
    const rounds: (readonly [Side, Side])[] = []
    for (let round = 0; round < options.rounds; round += 1) {
      const taken: Taken[] = sides.map(() => ({ times: [], cpu_us: 0, seconds: 0 }))
      for (let done = 0; done < options.seconds; done += SLICE_SECONDS) {
        for (const [at, side] of sides.entries()) await slice(side, taken[at] as Taken)
      }
      rounds.push(taken.map(summarise) as [Side, Side])
    }
    return conclude(rounds)
  } finally {
    for (const { loop } of sides) loop.close()
  }
}

type Taken = { times: number[]; cpu_us: number; seconds: number }
type Side = { readonly p50_ms: number; readonly cpu_us: number; readonly rate: number }

async function slice({ subject, loop }: { subject: Subject; loop: ClosedLoop }, taken: Taken): Promise<void> {
  const cpu = () => cpuTime_us([subject.pid, ...descendantsOf(subject.databasePid)])
  const began = performance.now()
  const before = cpu()
  const times = await loop.run(SLICE_SECONDS)
  taken.cpu_us += cpu() - before
  taken.seconds += (performance.now() - began) / 1000
  for (const time of times) taken.times.push(time)
}

function summarise({ times, cpu_us, seconds }: Taken): Side {
  return { p50_ms: median(times), cpu_us: cpu_us / times.length, rate: times.length / seconds }
}

function conclude(rounds: readonly (readonly [Side, Side])[]): Comparison {
  const ratios = rounds.map(([floor, product]) => product.p50_ms / floor.p50_ms)
  return {
    floor_p50_ms: median(rounds.map(([floor]) => floor.p50_ms)),
    product_p50_ms: median(rounds.map(([, product]) => product.p50_ms)),
    ratios,
    ratio: median(ratios),
    cpuRatio: median(rounds.map(([floor, product]) => product.cpu_us / floor.cpu_us)),
    rate: median(rounds.map(([, product]) => product.rate)),
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN
}
