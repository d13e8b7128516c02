/** Neighbouring Chinese characters of a text: what two wordings of one thing have in common. */
export function pairsOf(text: string): Set<string> {
  const plain = text.normalize('NFKC')
  const found = new Set<string>()
  for (let at = 0; at + 1 < plain.length; at += 1) {
    const pair = plain.slice(at, at + 2)
    if (/^[\u4e00-\u9fff]{2}$/.test(pair)) found.add(pair)
  }
  return found
}

/** How many of the pairs of `part` stand in `whole`. */
export function sharedPairs(part: Set<string>, whole: Set<string>): number {
  return [...part].filter((pair) => whole.has(pair)).length
}
