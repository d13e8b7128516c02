import type { ParameterValues } from '../../rules/parameter-values.ts'

type Words = ParameterValues['doctor.stock_phrases']

/** Built once per list of words; a list lives as long as its rules do. */
const known = new WeakMap<Words, { readonly whole: RegExp; readonly core: RegExp }>()

/** Whoever writes more has something to say. */
const LONGEST = 40

/**
 * Whether a cell says nothing but that all went well: one of the stock phrases, or made of such words
 * only (全部+落实+到位, 完成+年初+目标) with at least one that judges. A figure or any other word is a fact.
 */
export function isStockPhrase(printed: string, words: Words): boolean {
  const plain = printed.replace(/[\s。；;，,、！!]/g, '')
  if (plain === '' || plain.length > LONGEST) return false
  if (words.phrases.includes(plain)) return true
  const { whole, core } = patternsOf(words)
  return whole.test(plain) && core.test(plain)
}

function patternsOf(words: Words) {
  const seen = known.get(words)
  if (seen) return seen
  const either = (list: readonly string[]) => [...list].sort((a, b) => b.length - a.length).join('|')
  const made = {
    whole: new RegExp(`^(?:${either([...words.judging, ...words.filling])})+$`),
    core: new RegExp(either(words.judging)),
  }
  known.set(words, made)
  return made
}
