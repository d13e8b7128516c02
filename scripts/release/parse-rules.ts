import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { digestOf, parseYaml } from '../../src/rules/parse-yaml.ts'

/** Parses every rule file once, so that no start of the release has to; see `src/rules/parse-yaml.ts`. */
export function parseRules(release: string): void {
  const folder = path.join(release, 'rules')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.yaml'),
  )
  const parsed: Record<string, string> = {}
  for (const file of files) {
    const text = readFileSync(path.join(folder, file), 'utf8')
    const data = parseYaml(text)
    const json = JSON.stringify(data)
    if (!isDeepStrictEqual(JSON.parse(json), data)) throw new Error(`${file} holds what JSON cannot`)
    parsed[digestOf(text)] = json
  }
  mkdirSync(path.join(release, 'src/rules'), { recursive: true })
  writeFileSync(path.join(release, 'src/rules/parsed-rules.json'), JSON.stringify(parsed))
}
