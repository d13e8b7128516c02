import type { LibraryIndicator } from './indicator.ts'
import { bonusOf, type SuggestWish } from './suggest.ts'
import { COVERAGE_MIN, nearnessOf, type SuggestIndex, searchRuns, soughtWeight } from './suggest-index.ts'

/**
 * The same answer as the index gives, reached by looking at every writing: what tests and the
 * benchmark compare with.
 */
export function scanLibrary(
  index: SuggestIndex,
  plain: string,
  wish: SuggestWish,
): { readonly indicator: LibraryIndicator; readonly score: number }[] {
  const runs = searchRuns(plain)
  const weights = runs.map((run) => soughtWeight(index, run))
  const sought = weights.reduce((sum, weight) => sum + weight, 0)
  const best = new Map<number, number>()
  index.writings.forEach((writing, place) => {
    const found = runs.reduce((sum, run, at) => {
      const isIn = run.length === 1 ? writing.plain.startsWith(run) : writing.plain.includes(run)
      return isIn ? sum + (weights[at] ?? 0) : sum
    }, 0)
    if (found === 0 || found < COVERAGE_MIN * sought) return
    const likeness = (2 * found) / (sought + Math.max(index.mass[place] ?? 0, found))
    const near = nearnessOf(writing, plain, found / sought, likeness)
    best.set(writing.owner, Math.max(near, best.get(writing.owner) ?? 0))
  })
  return [...best]
    .flatMap(([owner, nearness]) => {
      const indicator = index.indicators[owner]
      return indicator ? [{ indicator, score: nearness + bonusOf(indicator, wish) }] : []
    })
    .sort((a, b) => b.score - a.score || (a.indicator.id < b.indicator.id ? -1 : 1))
    .slice(0, wish.limit ?? 8)
}
