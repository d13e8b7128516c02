import type { ConsistencyCase } from '../case.ts'
import { checkConsistency } from '../check-consistency.ts'
import type { PlantedChange } from './plant-changes.ts'

export type Trial = {
  readonly tried: number
  readonly found: number
  /** Not found, by store, kind and field; a table by its columns. */
  readonly missed: ReadonlyMap<string, readonly PlantedChange[]>
}

/** Makes every n-th change and looks whether anything is found that the clean case does not have. */
export function tryChanges(
  given: ConsistencyCase,
  changes: readonly PlantedChange[],
  {
    every = 1,
    keyOf = keyOfCopy,
  }: { readonly every?: number; readonly keyOf?: (change: PlantedChange) => string } = {},
): Trial {
  const clean = new Set(checkConsistency(given).map(({ message }) => message))
  const missed = new Map<string, PlantedChange[]>()
  const tried = changes.filter((_, index) => index % every === 0)
  for (const change of tried) {
    const isFound = checkConsistency(change.change()).some(({ message }) => !clean.has(message))
    if (!isFound) missed.set(keyOf(change), [...(missed.get(keyOf(change)) ?? []), change])
  }
  const lost = [...missed.values()].reduce((sum, list) => sum + list.length, 0)
  return { tried: tried.length, found: tried.length - lost, missed }
}

export const keyOfCopy = ({ store, kind, field }: PlantedChange): string => `${store} ${kind} ${field}`
export const keyOfRecord = ({ kind, field }: PlantedChange): string => `${kind} ${field}`
