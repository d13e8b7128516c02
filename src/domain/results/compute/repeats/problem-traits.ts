import type { ParameterValues } from '../../../rules/parameter-values.ts'

export type ProblemWords = ParameterValues['results.problem_words']

/** A problem as it is compared: groups of words that say the same, and what is left of its characters. */
export type ProblemTraits = {
  /** Names of the groups, each by its first word, in the order of their words' length. */
  readonly things: readonly string[]
  /** People, objects and steps that come along with many different problems. */
  readonly contexts: readonly string[]
  readonly faults: readonly string[]
  /** Characters that no group explains, and pairs of them as words of the problem's own. */
  readonly letters: ReadonlySet<string>
  readonly own: ReadonlySet<string>
  /** All pairs of neighbouring characters, with their count. */
  readonly pairs: ReadonlyMap<string, number>
}

type Kind = ProblemWords['groups'][number]['kind']
type Word = { readonly word: string; readonly name: string; readonly kind: Kind }

/** Characters that say nothing about a problem: grammar, denial, and what every problem is about. */
const FILLER = new Set(
  '的了在和与及或把被将对由从向到于为是有没未无不也都其该本这那个些就还才只已尚仍个别部分项目单位情况存在问题进行工作资金年月日第一二三四五六七八九十两几多少较很等以上下中内外前后来去',
)

/** Reads problems by the words of the place; made once for many texts, each of which it reads once. */
export function makeTraitReader({ groups }: ProblemWords): (text: string) => ProblemTraits {
  const words: readonly Word[] = groups
    .flatMap(({ kind, words }) => words.map((word) => ({ word, name: words[0] ?? word, kind })))
    .sort((a, b) => b.word.length - a.word.length)
  const subjects = words.filter(({ kind }) => kind !== 'fault')
  const defects = words.filter(({ kind }) => kind === 'fault')
  const known = new Map<string, ProblemTraits>()
  return (text) => {
    const traits = known.get(text) ?? readTraits(text, subjects, defects)
    known.set(text, traits)
    return traits
  }
}

function readTraits(text: string, subjects: readonly Word[], defects: readonly Word[]): ProblemTraits {
  const plain = text.normalize('NFKC')
  const found = take(plain, subjects)
  return {
    things: named(found.words, 'thing'),
    contexts: named(found.words, 'context'),
    faults: named(take(plain, defects).words, 'fault'),
    ...leftOver(take(found.rest, defects).rest),
    pairs: countPairs(plain),
  }
}

function named(words: readonly Word[], kind: Kind): string[] {
  return [...new Set(words.filter((word) => word.kind === kind).map(({ name }) => name))]
}

/** The words that stand in a text, the longest first; no character counts twice. */
function take(text: string, words: readonly Word[]): { readonly words: Word[]; readonly rest: string } {
  let rest = text
  const found = words.filter(({ word }) => {
    const isThere = rest.includes(word)
    if (isThere) rest = rest.replaceAll(word, '　')
    return isThere
  })
  return { words: found, rest }
}

/** What no group explains: characters, and neighbours as words of their own; fillers part them. */
function leftOver(text: string): Pick<ProblemTraits, 'letters' | 'own'> {
  const parted = [...text].map((letter) => (FILLER.has(letter) ? ' ' : letter)).join('')
  const runs = parted.split(/[\p{P}\p{S}\s\d]+/u).map((run) => [...run])
  const own = runs.flatMap((run) => run.slice(1).map((letter, at) => `${run[at]}${letter}`))
  return { letters: new Set(runs.flat()), own: new Set(own) }
}

/** Neighbouring characters without marks, figures and spaces; a text of one character is its own pair. */
function countPairs(text: string): ReadonlyMap<string, number> {
  const letters = [...text.replace(/[\p{P}\p{S}\s\d]/gu, '')]
  const pairs =
    letters.length < 2 ? letters : letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
  const counts = new Map<string, number>()
  for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  return counts
}
