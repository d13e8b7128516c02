import { scanText } from '../../src/domain/disclosure/redaction/index.ts'
import { type Planted, plant } from './generator.ts'

export type Measured = {
  readonly planted: number
  /** A place was found there; of numbers, all digits lie in one. */
  readonly found: number
  /** Found, and one of the places is of the planted kind. */
  readonly sameKind: number
  readonly missed: readonly Pick<Planted, 'kind' | 'how' | 'text'>[]
  readonly byKind: ReadonlyMap<string, readonly [planted: number, found: number]>
}

/** Plants into clean texts and counts what the scan finds: at least one place must overlap what was planted. */
export function measure(
  seeds: readonly number[],
  perSeed: number,
  clean: readonly string[],
  secretWords: readonly string[],
  isLater = false,
): Measured {
  const all = seeds.flatMap((seed) => plant(seed, perSeed, clean, isLater))
  const byKind = new Map<string, readonly [number, number]>()
  const missed: Measured['missed'][number][] = []
  let [found, sameKind] = [0, 0]
  for (const one of all) {
    const places = scanText(one.text, { names: one.names, secretWords }).filter(
      ({ from, to }) => from < one.to && to > one.from,
    )
    const isFound = isCovered(one, places)
    const [planted, before] = byKind.get(one.kind) ?? [0, 0]
    byKind.set(one.kind, [planted + 1, before + (isFound ? 1 : 0)])
    if (isFound) found += 1
    else
      missed.push({
        kind: one.kind,
        how: one.how,
        text: one.text.slice(Math.max(0, one.from - 12), one.to + 12),
      })
    if (isFound && places.some(({ kind }) => kind === one.kind)) sameKind += 1
  }
  return { planted: all.length, found, sameKind, missed, byKind }
}

/** Every digit and letter of what was planted lies in a found place; for words, one place is enough. */
function isCovered(one: Planted, places: readonly { from: number; to: number }[]): boolean {
  if (places.length === 0) return false
  if (!['identity', 'mobile', 'landline', 'bankAccount'].includes(one.kind)) return true
  for (let at = one.from; at < one.to; at += 1) {
    const isDigit = /[0-9０-９]/.test(one.text[at] ?? '')
    if (isDigit && !places.some(({ from, to }) => at >= from && at < to))
      return one.text.slice(one.from, at).endsWith('+') || isPrefix(one, at)
  }
  return true
}

/** The country code before a mobile number may stay. */
function isPrefix({ text, from }: Planted, at: number): boolean {
  return text.slice(from, from + 4) === '+86 ' && at - from < 4
}
