/** Signs, spaces and brackets say nothing about what is measured; case and width neither. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]/gu, '')
}

/** The distinct runs of `size` characters of a plain text; a shorter one is its own only run. */
export function runsOf(plain: string, size: 2 | 3): readonly string[] {
  if (plain.length <= size) return plain === '' ? [] : [plain]
  const runs = new Set<string>()
  for (let at = 0; at + size <= plain.length; at += 1) runs.add(plain.slice(at, at + size))
  return [...runs]
}

/** Shared runs as a part of all runs of both: 0 nothing in common, 1 the same text. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0
  let shared = 0
  for (const run of one) if (other.has(run)) shared += 1
  return shared / (one.size + other.size - shared)
}
