import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** What people start; everything else that runs by itself is named where it is started. */
const PROGRAMS = ['src/server/main.ts', 'src/cli/cli.ts']
const STARTED = /new URL\(\s*'(\.{1,2}\/[^']+\.ts)',\s*import\.meta\.url,?\s*\)/g

/**
 * Every module that runs by itself: programs, workers, and what workers load by address. Found in the
 * sources, so that a new worker cannot be forgotten in the release.
 * @returns path from the root of the checkout by name in `lib`
 * @throws Error when two would have the same name
 */
export function findEntries(root: string): Map<string, string> {
  const entries = new Map<string, string>()
  for (const file of [...PROGRAMS, ...startedModules(root)]) {
    const name = path.basename(file, '.ts')
    const other = entries.get(name)
    if (other !== undefined && other !== file) throw new Error(`${file} and ${other} have one name`)
    entries.set(name, file)
  }
  return entries
}

function startedModules(root: string): string[] {
  const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.ts$/.test(name) && !/\.(test|fixture)\.ts$/.test(name) && !name.startsWith('web/'),
  )
  return sources.flatMap((name) => {
    const file = path.posix.join('src', name)
    const text = readFileSync(path.join(root, file), 'utf8')
    return [...text.matchAll(STARTED)].map(([, target = '']) =>
      path.posix.join(path.posix.dirname(file), target),
    )
  })
}
