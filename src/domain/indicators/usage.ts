import { plainText } from './runs.ts'
import type { LibraryIndicator } from './indicator.ts'

/** How often one wording stands in approved targets; `libraryId` where it was taken from the library. */
export type UsedIndicator = {
  readonly libraryId: string | null
  readonly name: string
  readonly count: number
}

/**
 * How often each indicator of the library is used: by its id where the sheet carries it, else by the
 * very name or a synonym that belongs to one indicator alone.
 * @returns id → rows in approved targets; indicators without any are missing
 */
export function countUsage(
  indicators: readonly LibraryIndicator[],
  used: readonly UsedIndicator[],
): ReadonlyMap<string, number> {
  const ids = new Set(indicators.map(({ id }) => id))
  const byName = ownersByName(indicators)
  const counts = new Map<string, number>()
  for (const { libraryId, name, count } of used) {
    const id = libraryId !== null && ids.has(libraryId) ? libraryId : byName.get(plainText(name))
    if (id) counts.set(id, (counts.get(id) ?? 0) + count)
  }
  return counts
}

/** Name → id; a synonym that two indicators share tells nothing and is left out. */
function ownersByName(indicators: readonly LibraryIndicator[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string>()
  for (const { id, synonyms } of indicators) {
    for (const word of synonyms.map(plainText)) owners.set(word, owners.has(word) ? '' : id)
  }
  for (const { id, name } of indicators) owners.set(plainText(name), id)
  return owners
}

/** The indicator a row of a sheet stands for, by id or by name; undefined when the library has none. */
export function findInLibrary<T extends LibraryIndicator>(
  indicators: readonly T[],
  row: { readonly libraryId?: string | null; readonly name?: string | null },
): T | undefined {
  const known = indicators.find(({ id }) => id === row.libraryId)
  const id = known?.id ?? ownersByName(indicators).get(plainText(row.name ?? ''))
  return known ?? indicators.find((one) => one.id === id)
}
