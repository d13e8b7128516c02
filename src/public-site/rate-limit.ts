/** Counts what an address did lately; only in memory, and forgotten with it. */
export type RateLimit = { readonly allows: (address: string, now_ms: number) => boolean }

const ADDRESSES_MAX = 10_000

/** At most `most` in a window; when very many addresses come, the oldest window is forgotten. */
export function rateLimit(most: number, window_ms: number): RateLimit {
  const seen = new Map<string, { from: number; count: number }>()
  return {
    allows(address, now_ms) {
      const known = seen.get(address)
      if (!known || now_ms - known.from >= window_ms) {
        seen.delete(address)
        if (seen.size >= ADDRESSES_MAX) seen.delete(seen.keys().next().value ?? '')
        seen.set(address, { from: now_ms, count: 1 })
        return true
      }
      known.count += 1
      return known.count <= most
    },
  }
}
