import type { Sector } from './indicator.ts'

/**
 * The sector a name speaks of, by the longest word found; the earlier text decides before the later.
 * @param texts department, project and unit names, the most telling first
 */
export function guessSector(
  sectors: readonly Sector[],
  texts: readonly (string | null | undefined)[],
): string | undefined {
  for (const text of texts) {
    let best: { readonly id: string; readonly size: number } | undefined
    for (const { id, words } of sectors) {
      for (const word of words) {
        if (word.length > (best?.size ?? 0) && text?.includes(word)) best = { id, size: word.length }
      }
    }
    if (best) return best.id
  }
  return undefined
}
