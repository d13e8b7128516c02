import type { EarlierReport } from './report.ts'

/** Characters of a shingle: shorter ones are everybody's, longer ones break at every changed word. */
const LENGTH = 6

/** A text without figures, marks and the names that differ from project to project. */
export function bareText(text: string, names: readonly string[]): string {
  let bare = text
  for (const name of names) if (name.length >= 3) bare = bare.replaceAll(name, '')
  return bare.replace(/[^\u4e00-\u9fff]/g, '')
}

function shinglesOf(bare: string): Set<string> {
  const shingles = new Set<string>()
  for (let at = 0; at + LENGTH <= bare.length; at += 1) shingles.add(bare.slice(at, at + LENGTH))
  return shingles
}

export type Likeness = { readonly share: number; readonly report: string; readonly text: string }

/**
 * Finds the earlier paragraph a text is most like. The index is built once, so that a long report is
 * held against many others in one pass.
 */
export function similarityIndex(earlier: readonly EarlierReport[], names: readonly string[]) {
  const known: { report: string; text: string }[] = []
  const places = new Map<string, number[]>()
  for (const { name, paragraphs } of earlier) {
    for (const text of paragraphs) {
      const at = known.push({ report: name, text }) - 1
      for (const shingle of shinglesOf(bareText(text, names))) {
        const list = places.get(shingle)
        if (list) list.push(at)
        else places.set(shingle, [at])
      }
    }
  }
  return (text: string): Likeness | undefined => {
    const own = shinglesOf(bareText(text, names))
    const shared = new Map<number, number>()
    for (const shingle of own)
      for (const at of places.get(shingle) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
    let best: { at: number; count: number } | undefined
    for (const [at, count] of shared) if (!best || count > best.count) best = { at, count }
    const found = best && known[best.at]
    return best && found ? { share: best.count / own.size, ...found } : undefined
  }
}
