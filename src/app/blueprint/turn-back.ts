/** What was said from a day on, by whom; oldest approval first. */
export type Said<Value> = {
  readonly from: string
  /** Nothing: from here on the place says nothing of its own. */
  readonly value: Value | undefined
  /** The decision on a blueprint that said it; `null` for a file or what was decided otherwise. */
  readonly useId: string | null
}

/** Which decisions on blueprints count no more, and which only put back what was before. */
export type GivenUp = {
  readonly isGivenUp: (useId: string, day: string) => boolean
  readonly isPutBack: (useId: string) => boolean
}

/** From a day on holds what is said here; nothing: the place says nothing of its own. */
export type TurnedBack<Value> = { readonly from: string; readonly to: Said<Value> | undefined }

/**
 * What has to be said so that from a day on everything is as if what was given up had never been taken over: also
 * what lies in the future, such as an adoption that has not begun, and what an earlier giving up has planned.
 * @param day from which it is given up
 * @param isSame whether two values say the same on a day
 * @returns one entry for each day on which something else than today's plan must hold; earliest first
 */
export function turnBack<Value>(
  said: readonly Said<Value>[],
  day: string,
  { isGivenUp, isPutBack }: GivenUp,
  isSame: (one: Value | undefined, other: Value | undefined, day: string) => boolean,
): TurnedBack<Value>[] {
  const planned = [...said]
  const turned: TurnedBack<Value>[] = []
  const days = [...new Set([day, ...said.map(({ from }) => from)])].filter((one) => one >= day).sort()
  for (const from of days) {
    const counts = ({ useId }: Said<Value>) => useId === null || !(isPutBack(useId) || isGivenUp(useId, from))
    const to = newest(said.filter(counts), from)
    const now = newest(planned, from)
    const isOurs = now?.useId != null && isGivenUp(now.useId, from)
    if (now === to || (!isOurs && isSame(now?.value, to?.value, from))) continue
    turned.push({ from, to })
    planned.push({ from, value: to?.value, useId: null })
  }
  return turned
}

/** What holds on a day: the latest day counts, and of one day the latest approval. */
function newest<Value>(said: readonly Said<Value>[], day: string): Said<Value> | undefined {
  let found: Said<Value> | undefined
  for (const one of said) if (one.from <= day && (!found || one.from >= found.from)) found = one
  return found
}
