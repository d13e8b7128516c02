import { suggestIndicators } from '../../../domain/indicators/index.ts'
import type { IndicatorsSearch } from '../../address.ts'
import { indexesOf } from '../../library-index.ts'
import type { Library, LibraryItem } from '../../shapes-rules.ts'

export type Found = { readonly item: LibraryItem; readonly why: readonly string[] }

/** More than a reader looks through; the filters narrow it. */
const SEARCH_LIMIT = 60

/** What the filters leave of the library: nearest first while searching, else in the library's order. */
export function findItems(library: Library, search: IndicatorsSearch): readonly Found[] {
  const fits = (item: LibraryItem) => isInState(item, search.state) && isAtLevel(item, search.level)
  const words = search.q?.trim() ?? ''
  if (words === '') {
    return library.items
      .filter((item) => fits(item) && (!search.sector || item.sector === search.sector))
      .map((item) => ({ item, why: [] }))
  }
  const byId = library.items.filter(({ id }) => id.toUpperCase() === words.toUpperCase())
  const near = suggestIndicators(indexesOf(library).all, words, {
    sector: search.sector ?? null,
    isStrict: search.sector !== undefined,
    limit: SEARCH_LIMIT,
  })
  return [
    ...byId.map((item) => ({ item, why: [] })),
    ...near.map(({ indicator, why }) => ({ item: indicator as LibraryItem, why })),
  ].filter(({ item }) => fits(item))
}

function isAtLevel({ level1, level2 }: LibraryItem, level: string | undefined): boolean {
  return level === undefined || level === level1 || level === `${level1}/${level2}`
}

function isInState(item: LibraryItem, state: IndicatorsSearch['state']): boolean {
  switch (state) {
    case 'local':
      return item.setBy !== null
    case 'retired':
      return item.status === 'retired'
    case 'locked':
      return item.isLocked
    case 'used':
      return item.usage > 0
    default:
      return true
  }
}
