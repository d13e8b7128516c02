import autocannon from 'autocannon'

export type Request = { readonly path: string; readonly headers?: Record<string, string> }
export type Measured = { readonly p50_ms: number; readonly p99_ms: number; readonly rate: number }

/** Closed loop with `clients` connections for some seconds after a short warm-up; any error is fatal. */
export async function measure(
  port: number,
  requests: readonly Request[],
  clients: number,
  seconds: number,
): Promise<Measured> {
  const times: number[] = []
  const run = (duration: number, isCounted: boolean) =>
    new Promise<void>((resolve, reject) => {
      const instance = autocannon(
        {
          url: `http://127.0.0.1:${port}`,
          connections: clients,
          duration,
          requests: requests.map((request) => ({ method: 'GET', ...request })),
        },
        (error, result) => {
          if (error) return reject(error)
          if (result.errors > 0 || result.non2xx > 0)
            return reject(new Error(`${result.errors} errors, ${result.non2xx} refusals`))
          resolve()
        },
      )
      if (isCounted) instance.on('response', (_client, _status, _bytes, time_ms) => times.push(time_ms))
    })
  await run(1, false)
  const began = performance.now()
  await run(seconds, true)
  times.sort((a, b) => a - b)
  return {
    p50_ms: times[Math.floor(times.length * 0.5)] ?? Number.NaN,
    p99_ms: times[Math.floor(times.length * 0.99)] ?? Number.NaN,
    rate: times.length / ((performance.now() - began) / 1000),
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN
}
