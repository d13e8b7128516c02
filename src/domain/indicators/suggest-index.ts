import { plainText, runsOf } from './runs.ts'
import type { IndicatorLibrary, LibraryIndicator } from './indicator.ts'

/** One way an indicator is written: its name or a synonym. */
export type Writing = {
  /** Position in `indicators`. */
  readonly owner: number
  readonly text: string
  readonly plain: string
  readonly isName: boolean
}

/** Less of the query than this in common is chance. */
export const COVERAGE_MIN = 0.25
/** A run that stands in no writing counts like one that stands in this power of all of them. */
const UNKNOWN = 0.75
/** On top of nearness: the whole writing is the query, or begins with it. */
const EXACT = 0.35
const PREFIX = 0.1

/**
 * The library made ready for searching while somebody types: for every run of two and of three
 * characters, the writings it stands in. Built once; the same in the browser and on the server.
 */
export type SuggestIndex = {
  readonly indicators: readonly LibraryIndicator[]
  readonly sectorTitles: ReadonlyMap<string, string>
  readonly writings: readonly Writing[]
  /** Run of characters → positions in `writings`, ascending. */
  readonly postings: ReadonlyMap<string, Int32Array>
  /** Sum of the weights of all runs of a writing. */
  readonly mass: Float64Array
  readonly scratch: Scratch
}

/**
 * Working space of one search, all zero between searches. Made once: to make it anew for every key
 * pressed costs more than the search.
 */
type Scratch = {
  /** Of each writing: the weight of the runs it shares with the query. */
  readonly shared: Float64Array
  /** Of each indicator: its best nearness, and the writing that gave it. */
  readonly nearness: Float64Array
  readonly writing: Int32Array
}

/** Runs of two and of three characters; one typed character alone is looked for as such. */
export function searchRuns(plain: string): readonly string[] {
  return plain.length < 3 ? runsOf(plain, 2) : [...runsOf(plain, 2), ...runsOf(plain, 3)]
}

/** What a run is worth: the rarer the more, and three characters more than two. */
function weightOf(run: string, occurrences: number, writings: number): number {
  return Math.log(1 + writings / occurrences) * (run.length > 2 ? 1.5 : 1)
}

/** What a run of the query is worth. One that stands nowhere must not drown the others. */
export function soughtWeight({ postings, writings }: SuggestIndex, run: string): number {
  return weightOf(run, postings.get(run)?.length ?? writings.length ** UNKNOWN, writings.length)
}

/** Mostly how much of the query is found, a little how much of the writing that is. */
export function nearnessOf(writing: Writing, plain: string, coverage: number, likeness: number): number {
  const isWhole = coverage > 0.999_999
  const bonus = !isWhole ? 0 : writing.plain === plain ? EXACT : writing.plain.startsWith(plain) ? PREFIX : 0
  return 0.6 * coverage + 0.4 * likeness + bonus
}

export function buildSuggestIndex(library: IndicatorLibrary): SuggestIndex {
  const writings = library.indicators.flatMap((indicator, owner) =>
    [indicator.name, ...indicator.synonyms].map((text, at) => ({
      owner,
      text,
      plain: plainText(text),
      isName: at === 0,
    })),
  )
  const postings = postingsOf(writings)
  const mass = new Float64Array(writings.length)
  for (const [run, places] of postings) {
    if (run.length === 1) continue
    const weight = weightOf(run, places.length, writings.length)
    for (const place of places) mass[place] = (mass[place] ?? 0) + weight
  }
  return {
    indicators: library.indicators,
    sectorTitles: new Map(library.sectors.map(({ id, title }) => [id, title])),
    writings,
    postings,
    mass,
    scratch: {
      shared: new Float64Array(writings.length),
      nearness: new Float64Array(library.indicators.length),
      writing: new Int32Array(library.indicators.length),
    },
  }
}

function postingsOf(writings: readonly Writing[]): ReadonlyMap<string, Int32Array> {
  const lists = new Map<string, number[]>()
  const add = (run: string, at: number) => {
    const list = lists.get(run)
    if (list === undefined) lists.set(run, [at])
    else list.push(at)
  }
  for (const [at, { plain }] of writings.entries()) {
    // The first character, for a query that is only one so far.
    if (plain !== '') add(plain.slice(0, 1), at)
    for (const run of searchRuns(plain)) if (run.length > 1) add(run, at)
  }
  return new Map([...lists].map(([run, list]) => [run, Int32Array.from(list)]))
}
