import { setImmediate as turn } from 'node:timers/promises'

/**
 * Asks for the next one while the one before is worked on, so that database and program work at the same time.
 * @param ask gives one by what came before it (nothing at first), or nothing after the last
 */
export async function* oneAhead<T>(
  ask: (before: T | undefined) => Promise<T | undefined>,
): AsyncGenerator<T, void, undefined> {
  let coming = ask(undefined)
  for (;;) {
    const one = await coming
    if (one === undefined) return
    coming = ask(one)
    coming.catch(() => undefined) // Thrown where it is waited for.
    await turn() // Lets the question go out before the work begins.
    yield one
  }
}

/** Lets answers and other people's questions in, every so many calls: long work must not keep them waiting. */
export function turnEvery(times: number): () => Promise<void> {
  let called = 0
  return async () => {
    called += 1
    if (called % times === 0) await turn()
  }
}

/** The same over parts of a list, of so many each. */
export function partsAhead<In, Out>(
  list: readonly In[],
  size: number,
  read: (part: readonly In[]) => Promise<Out>,
): AsyncGenerator<Out, void, undefined> {
  let from = 0
  return oneAhead<Out>(async () => {
    const part = list.slice(from, from + size)
    from += size
    return part.length === 0 ? undefined : await read(part)
  })
}
