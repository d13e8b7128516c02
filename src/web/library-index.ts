import { activeOf, buildSuggestIndex, type SuggestIndex } from '../domain/indicators/index.ts'
import type { Library } from './shapes-rules.ts'

const built = new WeakMap<Library, { readonly active: SuggestIndex; readonly all: SuggestIndex }>()

/** The library made ready for searching; built once for each answer of the server. */
export function indexesOf(library: Library) {
  const known = built.get(library)
  if (known) return known
  const { sectors, items } = library
  const indexes = {
    active: buildSuggestIndex({ sectors, indicators: activeOf(items) }),
    all: buildSuggestIndex({ sectors, indicators: items }),
  }
  built.set(library, indexes)
  return indexes
}
