import { Worker } from 'node:worker_threads'

/** China has one clock, without summer time. */
const OFFSET_ms = 8 * 3_600_000
const DAY_ms = 24 * 3_600_000

/**
 * How long from a moment to the next time the clock in China shows an hour and a minute.
 * @param at `02:30`
 * @throws Error for what is no time of day
 */
export function untilNext(now: Date, at: string): number {
  const [, hour = '', minute = ''] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(at) ?? []
  if (hour === '') throw new Error(`not a time of day: ${at}`)
  const since = (now.getTime() + OFFSET_ms) % DAY_ms
  const wanted = (Number(hour) * 60 + Number(minute)) * 60_000
  return wanted > since ? wanted - since : wanted - since + DAY_ms
}

/**
 * Runs the nightly inspection in a thread, once a day at the same time.
 * @param say told of every outcome in a sentence
 * @returns ends the waiting
 */
export function inspectEveryNight(at: string, say: (sentence: string) => void): () => void {
  let timer: NodeJS.Timeout
  const wait = () => {
    timer = setTimeout(run, untilNext(new Date(), at))
    timer.unref()
  }
  const run = () => {
    const worker = new Worker(new URL('./inspect-worker.ts', import.meta.url))
    worker.unref()
    worker.once('message', (differences: number) =>
      say(
        differences === 0
          ? '每夜核对：没有差异。'
          : `每夜核对：发现${differences}处差异，请查看“管理”中的每夜核对。`,
      ),
    )
    worker.once('error', (error) => say(`每夜核对没有完成：${error.message}`))
    wait()
  }
  wait()
  return () => clearTimeout(timer)
}
