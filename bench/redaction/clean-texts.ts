import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'

const root = path.join(import.meta.dirname, '../..')

export type CleanText = { readonly file: string; readonly text: string }

/** Every text of the demonstration, of the published tables the doctor is held to, and of the accepted documents. */
export function cleanTexts(): CleanText[] {
  return [
    ...structured('demo', /\.ya?ml$/, (text) => parse(text, { logLevel: 'silent' })),
    ...structured('tests/doctor/cases', /\.json$/, (text) => JSON.parse(text)),
    ...structured('tests/golden', /\.txt$/, (text) => text.split('\n')),
  ]
}

function structured(folder: string, name: RegExp, read: (text: string) => unknown): CleanText[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .sort()
    .flatMap((file) =>
      textsOf(read(readFileSync(path.join(root, folder, file), 'utf8'))).map((text) => ({
        file: `${folder}/${file}`,
        text,
      })),
    )
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}
