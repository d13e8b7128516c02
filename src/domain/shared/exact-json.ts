/** Integers beyond what JSON numbers hold, as they travel in stored inputs: `{ "$n": "123" }`. */
type Exact = { readonly $n: string }

/** A plain value ready for JSON; bigint becomes `{ $n }`, everything else stays. */
export function encodeExact(value: unknown): unknown {
  if (typeof value === 'bigint') return { $n: value.toString() } satisfies Exact
  if (Array.isArray(value)) return value.map(encodeExact)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .map(([key, part]) => [key, encodeExact(part)]),
  )
}

/** The way back from `encodeExact`. */
export function decodeExact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decodeExact)
  if (typeof value !== 'object' || value === null) return value
  const keys = Object.keys(value)
  if (keys.length === 1 && keys[0] === '$n') return BigInt((value as Exact).$n)
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, decodeExact(part)]))
}
