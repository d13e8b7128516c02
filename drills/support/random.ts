/** Numbers that look random and are the same for the same seed (mulberry32). */
export type Dice = {
  /** From 0 up to, not including, 1. */
  roll(): number
  chance(share: number): boolean
  pick<T>(items: readonly T[]): T
}

export function makeDice(seed: number): Dice {
  let state = seed >>> 0
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    roll,
    chance: (share) => roll() < share,
    pick: (items) => items[Math.floor(roll() * items.length)] as (typeof items)[number],
  }
}
