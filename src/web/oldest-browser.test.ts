import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/**
 * Chromium 90 has none of these, and the build does not add them: only syntax is made older. Whatever
 * a page loads, the domain too, must do without.
 */
const TOO_NEW = [
  /\b(Map|Object)\.groupBy\(/,
  /\.(toSorted|toReversed|toSpliced|findLast|findLastIndex|isSubsetOf|isSupersetOf|isDisjointFrom)\(/,
  /\.at\(\s*(-?\d|[a-z]\w* [-+])/,
  /\bstructuredClone\(|\bObject\.hasOwn\(|\bcrypto\.randomUUID\(|\bRegExp\.escape\(/,
  /\.(values|keys|entries)\(\)\s*\.(map|filter|some|every|find|toArray|reduce|take|drop|flatMap)\(/,
  /\b(Iterator\.from|Promise\.withResolvers|Promise\.try|AbortSignal\.(timeout|any)|Array\.fromAsync)\(/,
]
const IMPORT = /(?:from|import)\s*\(?\s*'(\.[^']+)'/g
const TYPES_ONLY = /import type [^;]*?from '[^']+'|export type \{[^}]*\} from '[^']+'/g

/** Every file of ours that a page can come to load. */
function loadedByPages(): string[] {
  const seen = new Set<string>()
  const waiting = ['src/web/main.tsx']
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path) || !/\.tsx?$/.test(path)) continue
    seen.add(path)
    const from = dirname(path)
    const text = readFileSync(path, 'utf8').replace(TYPES_ONLY, '')
    for (const [, target = ''] of text.matchAll(IMPORT)) {
      const file = join(from, target)
      if (existsSync(file)) waiting.push(file)
    }
  }
  return [...seen].sort()
}

const tooNew = (text: string) => TOO_NEW.filter((pattern) => pattern.test(text)).map(String)
/** Adds to old browsers what a library needs; names it therefore. */
const FILLS_IN = 'src/web/components/old-browser.ts'

test('pages load nothing that Chromium 90 cannot run', () => {
  const loaded = loadedByPages()
  expect(loaded).toContain('src/domain/doctor/checks/weight-sum.ts')
  const wrong = loaded
    .filter((path) => path !== FILLS_IN)
    .map((path) => ({ path, found: tooNew(readFileSync(path, 'utf8')) }))
    .filter(({ found }) => found.length > 0)
  expect(wrong).toEqual([])
})

test.each([
  'list.at(-1)',
  'list.at(\n  -1,\n)',
  'Map.groupBy(a, b)',
  'a.values().map(b)',
  'Object.hasOwn(a, b)',
])('the test would notice %j', (text) => expect(tooNew(text)).toHaveLength(1))
