import type { ProblemTraits } from './problem-traits.ts'

/** How alike two problems are, and by what. */
export type Likeness = {
  readonly similarity_bp: number
  /** Groups of words both have, things first. */
  readonly shared: readonly string[]
}

/** What a shared thing, fault and left-over character weigh; found on the tuning half. */
const WEIGHTS = { thing: 1, context: 0.3, fault: 0.5, letter: 0.1, own: 0.2 }
/** Words against grouped words, and what people have typed besides. */
const MIX = { words: 0.1, groups: 0.9, indicator: 0.1, type: 0.03 }
/** Both are about something the other is not; they share no thing; both name a fault, but not the same. */
const DOUBT = { both: 0.6, noThing: 0.6, fault: 0.9 }
/** Words as like as this are the same sentence, whatever it is about. */
const VERBATIM = 0.8

export type Typed = { readonly requirementType?: string | null; readonly indicator?: string | null }

/** Both as `makeTraitReader` read them; symmetrical, 10,000 for the same text. */
export function likenessOf(one: ProblemTraits & Typed, other: ProblemTraits & Typed): Likeness {
  const things = common(one.things, other.things)
  const faults = common(one.faults, other.faults)
  const dice = diceOf(one.pairs, other.pairs)
  const typed =
    (isSame(one.indicator, other.indicator) ? MIX.indicator : 0) +
    (isSame(one.requirementType, other.requirementType) ? MIX.type : 0)
  const isApart = one.things.length > things.length && other.things.length > things.length
  const hasOwn = [...one.own].some((word) => other.own.has(word))
  const isOtherFault = faults.length === 0 && one.faults.length > 0 && other.faults.length > 0
  const doubt =
    (isApart ? DOUBT.both : 1) *
    (things.length === 0 && !hasOwn ? DOUBT.noThing : 1) *
    (isOtherFault ? DOUBT.fault : 1)
  const groups = groupsAlike(one, other)
  const likeness = dice >= VERBATIM ? dice : doubt * (MIX.groups * groups + MIX.words * dice) + typed
  return { similarity_bp: Math.round(10_000 * Math.min(1, likeness)), shared: [...things, ...faults] }
}

/** What both have, twice over, through all that either has, by weight. */
function groupsAlike(one: ProblemTraits, other: ProblemTraits): number {
  const all = weigh(one) + weigh(other)
  const shared = weigh({
    things: common(one.things, other.things),
    contexts: common(one.contexts, other.contexts),
    faults: common(one.faults, other.faults),
    letters: both(one.letters, other.letters),
    own: both(one.own, other.own),
  })
  return all === 0 ? 0 : (2 * shared) / all
}

function weigh({ things, contexts, faults, letters, own }: Omit<ProblemTraits, 'pairs'>): number {
  return (
    WEIGHTS.thing * things.length +
    WEIGHTS.context * contexts.length +
    WEIGHTS.fault * faults.length +
    WEIGHTS.letter * letters.size +
    WEIGHTS.own * own.size
  )
}

function both(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...one].filter((part) => other.has(part)))
}

function common(one: readonly string[], other: readonly string[]): string[] {
  return one.filter((name) => other.includes(name))
}

function isSame(one: string | null | undefined, other: string | null | undefined): boolean {
  return Boolean(one) && one === other
}

/** Common pairs twice over, through all pairs (Dice). */
function diceOf(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const size = (pairs: ReadonlyMap<string, number>) => [...pairs.values()].reduce((sum, n) => sum + n, 0)
  const all = size(one) + size(other)
  if (all === 0) return 0
  let both = 0
  for (const [pair, count] of one) both += Math.min(count, other.get(pair) ?? 0)
  return (2 * both) / all
}
