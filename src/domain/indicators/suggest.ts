import { plainText } from './runs.ts'
import { COMMON, type LibraryIndicator } from './indicator.ts'
import { isCost, levelTitles } from './levels.ts'
import {
  COVERAGE_MIN,
  nearnessOf,
  type SuggestIndex,
  searchRuns,
  soughtWeight,
  type Writing,
} from './suggest-index.ts'

/** Where the person is typing, or what they filter by. */
export type SuggestWish = {
  readonly level1?: string | null
  readonly level2?: string | null
  readonly sector?: string | null
  /** Only what fits level and sector (a filter); otherwise it only comes first. */
  readonly isStrict?: boolean
  readonly limit?: number
}

export type Suggestion = {
  readonly indicator: LibraryIndicator
  /** Higher is nearer; comparable only within one answer. */
  readonly score: number
  /** How much of what was typed was found, 0 to 1. */
  readonly coverage: number
  /** Why it is offered, in words a person can check. */
  readonly why: readonly string[]
}

const LIMIT = 8
const BONUS = { level1: 0.1, level2: 0.1, sector: 0.15, common: 0.05 } as const

/** Indicators whose name or synonym is near what was typed so far, nearest first, each with why. */
export function suggestIndicators(index: SuggestIndex, typed: string, wish: SuggestWish = {}): Suggestion[] {
  const plain = plainText(typed)
  if (plain === '') return []
  const { touched, sought } = addShared(index, plain)
  const owners = keepBest(index, plain, touched, sought)
  const answer = topOf(index, owners, wish).map(({ indicator, owner, score }) => {
    const place = index.scratch.writing[owner] ?? 0
    const coverage = (index.scratch.shared[place] ?? 0) / sought
    return { indicator, score, coverage, why: whyOf(index, plain, index.writings[place], indicator, wish) }
  })
  for (const place of touched) index.scratch.shared[place] = 0
  for (const owner of owners) index.scratch.nearness[owner] = 0
  return answer
}

/** Adds the weight of every run of the query to the writings it stands in. */
function addShared(index: SuggestIndex, plain: string) {
  const { shared } = index.scratch
  const touched: number[] = []
  let sought = 0
  for (const run of searchRuns(plain)) {
    const weight = soughtWeight(index, run)
    sought += weight
    for (const place of index.postings.get(run) ?? []) {
      if (shared[place] === 0) touched.push(place)
      shared[place] = (shared[place] ?? 0) + weight
    }
  }
  return { touched, sought }
}

/** Keeps the best writing of each indicator. @returns the indicators that have one */
function keepBest(
  { writings, mass, scratch }: SuggestIndex,
  plain: string,
  touched: readonly number[],
  sought: number,
): readonly number[] {
  const owners: number[] = []
  for (const place of touched) {
    const own = writings[place]
    const found = scratch.shared[place] ?? 0
    if (own === undefined || found < COVERAGE_MIN * sought) continue
    const likeness = (2 * found) / (sought + Math.max(mass[place] ?? 0, found))
    const near = nearnessOf(own, plain, found / sought, likeness)
    const best = scratch.nearness[own.owner] ?? 0
    if (near <= best) continue
    if (best === 0) owners.push(own.owner)
    scratch.nearness[own.owner] = near
    scratch.writing[own.owner] = place
  }
  return owners
}

type Ranked = { readonly owner: number; readonly indicator: LibraryIndicator; readonly score: number }

function topOf(
  { indicators, scratch }: SuggestIndex,
  owners: readonly number[],
  wish: SuggestWish,
): Ranked[] {
  const limit = wish.limit ?? LIMIT
  const top: Ranked[] = []
  for (const owner of owners) {
    const indicator = indicators[owner]
    if (indicator === undefined || (wish.isStrict && !isWithin(indicator, wish))) continue
    const score = (scratch.nearness[owner] ?? 0) + bonusOf(indicator, wish)
    const last = top[limit - 1]
    if (last !== undefined && score < last.score) continue
    const one = { owner, indicator, score }
    const at = top.findIndex((other) => isBefore(one, other))
    top.splice(at < 0 ? top.length : at, 0, one)
    top.length = Math.min(top.length, limit)
  }
  return top
}

/** Equal scores stand in the order of their ids, so that the same question has the same answer. */
function isBefore(one: Ranked, other: Ranked): boolean {
  return one.score > other.score || (one.score === other.score && one.indicator.id < other.indicator.id)
}

export function bonusOf(indicator: LibraryIndicator, wish: SuggestWish): number {
  return (
    (fitsLevel1(indicator, wish) ? BONUS.level1 : 0) +
    (fitsLevel2(indicator, wish) ? BONUS.level2 : 0) +
    (wish.sector && indicator.sector === wish.sector ? BONUS.sector : 0) +
    (indicator.sector === COMMON ? BONUS.common : 0)
  )
}

function isWithin(indicator: LibraryIndicator, wish: SuggestWish): boolean {
  return (
    (!wish.level1 || fitsLevel1(indicator, wish)) &&
    (!wish.level2 || fitsLevel2(indicator, wish)) &&
    (!wish.sector || indicator.sector === wish.sector)
  )
}

function fitsLevel1(indicator: LibraryIndicator, { level1, level2 }: SuggestWish): boolean {
  return indicator.level1 === level1 || (indicator.level1 === 'cost' && isCost(level1, level2))
}

function fitsLevel2(indicator: LibraryIndicator, { level1, level2 }: SuggestWish): boolean {
  return indicator.level2 === level2 || (indicator.level2 === 'economicCost' && isCost(level1, level2))
}

function whyOf(
  index: SuggestIndex,
  plain: string,
  writing: Writing | undefined,
  indicator: LibraryIndicator,
  wish: SuggestWish,
): string[] {
  const words = sharedWords(plain, writing?.plain ?? '').map((word) => `“${word}”`)
  const found = words.length > 0 ? `含${words.join('、')}` : `以“${plain}”开头`
  const [title1, title2] = levelTitles(indicator.level1, indicator.level2)
  const level = fitsLevel2(indicator, wish)
    ? [`同为${title2}`]
    : fitsLevel1(indicator, wish)
      ? [`同为${title1}`]
      : []
  const isSame = wish.sector && indicator.sector === wish.sector
  const sector = index.sectorTitles.get(indicator.sector) ?? indicator.sector
  return [
    writing === undefined || writing.isName ? `名称${found}` : `同义写法“${writing.text}”${found}`,
    ...level,
    ...(isSame
      ? [`同一行业：${sector}`]
      : indicator.sector === COMMON
        ? ['各行业通用']
        : [`行业：${sector}`]),
  ]
}

/** The longest stretches two texts share, at least two characters long, in the order of the first. */
export function sharedWords(one: string, other: string): string[] {
  const words: string[] = []
  for (let at = 0; at < one.length; ) {
    let size = 0
    while (at + size < one.length && other.includes(one.slice(at, at + size + 1))) size += 1
    if (size >= 2) words.push(one.slice(at, at + size))
    at += Math.max(1, size)
  }
  return words
}
