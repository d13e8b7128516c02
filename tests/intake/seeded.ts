/** A small generator of repeatable chance: the same seed gives the same files everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function shuffle<Item>(items: readonly Item[], chance: () => number): Item[] {
  const left = [...items]
  return items.map(() => left.splice(Math.floor(chance() * left.length), 1)[0] as Item)
}
