import { keyOf, type Labels } from './labels.ts'

export type Agreement = { readonly both: number; readonly first: number; readonly second: number }

/**
 * How far two labellings agree. Positive agreement is 2·both ÷ (2·both + one only); kappa also counts
 * the places both left alone: every row, fund and table of a case is a place for every code.
 * @param places number of places over all cases (rows + funds + 1 each)
 */
export function agree(first: Labels, second: Labels, places: number) {
  const perCode = new Map<string, Agreement>()
  for (const id of new Set([...Object.keys(first), ...Object.keys(second)])) {
    const one = keysOf(first, id)
    const two = keysOf(second, id)
    for (const key of new Set([...one, ...two])) {
      const code = key.split(' ')[0] as string
      const seen = perCode.get(code) ?? { both: 0, first: 0, second: 0 }
      const who = one.has(key) ? (two.has(key) ? 'both' : 'first') : 'second'
      perCode.set(code, { ...seen, [who]: seen[who] + 1 })
    }
  }
  const all = [...perCode.values()]
  const sum = (who: keyof Agreement) => all.reduce((total, one) => total + one[who], 0)
  const both = sum('both')
  const onlyFirst = sum('first')
  const onlySecond = sum('second')
  const candidates = places * perCode.size
  const neither = candidates - both - onlyFirst - onlySecond
  const observed = (both + neither) / candidates
  const yesFirst = (both + onlyFirst) / candidates
  const yesSecond = (both + onlySecond) / candidates
  const expected = yesFirst * yesSecond + (1 - yesFirst) * (1 - yesSecond)
  return {
    both,
    onlyFirst,
    onlySecond,
    positiveAgreement: (2 * both) / (2 * both + onlyFirst + onlySecond),
    kappa: (observed - expected) / (1 - expected),
    perCode: Object.fromEntries([...perCode].sort(([a], [b]) => a.localeCompare(b))),
  }
}

function keysOf(labels: Labels, id: string): Set<string> {
  return new Set((labels[id] ?? []).map((label) => `${label.rule} ${keyOf(label)}`))
}
