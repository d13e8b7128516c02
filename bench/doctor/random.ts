/** A repeatable source of chance: the same seed gives the same tables on every machine. */
export type Random = {
  /** A whole number, both ends included. */
  readonly int: (from: number, to: number) => number
  readonly pick: <T>(list: readonly T[]) => T
  /** True in `percent` of 100 cases. */
  readonly chance: (percent: number) => boolean
  /** `count` different members in their old order. */
  readonly sample: <T>(list: readonly T[], count: number) => T[]
}

/** Mulberry32: 32 bits of state are plenty for tables. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    int,
    pick: (list) => list[int(0, list.length - 1)] as (typeof list)[number],
    chance: (percent) => next() * 100 < percent,
    sample: (list, count) => {
      const left = list.map((_, index) => index)
      while (left.length > Math.max(count, 0)) left.splice(int(0, left.length - 1), 1)
      return left.map((index) => list[index] as (typeof list)[number])
    },
  }
}
