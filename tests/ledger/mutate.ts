import { canonicalJson } from '../../src/domain/ledger/canonical-json.ts'

type Random = (below: number) => number

/** A byte of the file turned, dropped, doubled or put elsewhere; a piece cut out; the end missing. */
export function mutateBytes(text: string, random: Random): string {
  const bytes = [...Buffer.from(text)]
  const at = random(bytes.length)
  switch (random(6)) {
    case 0:
      bytes[at] = (bytes[at]! ^ (1 << random(8))) & 0xff
      break
    case 1:
      bytes.splice(at, 1)
      break
    case 2:
      bytes.splice(at, 0, bytes[at]!)
      break
    case 3:
      bytes.splice(at, 1 + random(200))
      break
    case 4:
      bytes.length = at
      break
    default:
      bytes.splice(random(bytes.length), 0, ...bytes.slice(at, at + 1 + random(60)))
  }
  return Buffer.from(bytes).toString('utf8')
}

type Place = { readonly owner: Record<string, unknown> | unknown[]; readonly key: string | number }

/** Every value inside, with its owner. */
function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return []
  const entries: (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((one, at) => [at, one] as const)
    : Object.entries(value)
  return entries.flatMap(([key, one]) => [{ owner: value as Place['owner'], key }, ...placesIn(one)])
}

/**
 * One value inside changed, taken away, doubled, or given another value's content; the file is then
 * written canonically again, so that only the verifier's own work can find it.
 */
export function mutateJson(text: string, random: Random): string {
  const bundle = JSON.parse(text)
  const places = placesIn(bundle)
  const place = places[random(places.length)]!
  const { owner, key } = place
  const held = owner as Record<string | number, unknown>
  switch (random(4)) {
    case 0:
      if (Array.isArray(owner)) owner.splice(Number(key), 1)
      else held[key] = otherValue(held[key], random)
      break
    case 1: {
      const other = places[random(places.length)]!
      held[key] = structuredClone((other.owner as Record<string | number, unknown>)[other.key])
      break
    }
    default:
      held[key] = otherValue(held[key], random)
  }
  return canonicalJson(bundle)
}

function otherValue(value: unknown, random: Random): unknown {
  if (typeof value === 'number')
    return [value + 1, value - 1, -value - 1, value * 2 + 1, 2 ** 41, 0.5][random(6)]
  if (typeof value === 'boolean') return !value
  if (typeof value === 'string' && value.length > 0) {
    const at = random(value.length)
    const put = '0123456789abcdefAZ+/= \n"{}[]金'[random(30)] ?? 'x'
    return value.slice(0, at) + put + value.slice(at + random(2))
  }
  return [null, [], {}, 'x', 7, true][random(6)]
}

/**
 * Whether a file only says less than another: fewer records, proofs or openings, each as it was there.
 * Leaving things out makes nothing untrue.
 */
export function saysLess(text: string, of: string): boolean {
  try {
    const [less, more] = [JSON.parse(text), JSON.parse(of)]
    const isIn = (list: unknown, among: unknown[]) =>
      Array.isArray(list) &&
      list.every((one) => among.some((other) => canonicalJson(other) === canonicalJson(one)))
    const bare = (bundle: { records: object[] }) => canonicalJson({ ...bundle, records: [], consistency: [] })
    return (
      bare(less) === bare(more) &&
      isIn(less.consistency, more.consistency) &&
      less.records.every((record: { index: number; openings: unknown }) => {
        const whole = more.records.find(({ index }: { index: number }) => index === record.index)
        return (
          canonicalJson({ ...whole, openings: [] }) === canonicalJson({ ...record, openings: [] }) &&
          isIn(record.openings, whole.openings)
        )
      })
    )
  } catch {
    return false
  }
}
