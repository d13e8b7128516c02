import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ROLES } from './domain/org/roles.ts'
import { RECORD_KINDS } from './domain/record-kinds.ts'
import { STAGES } from './domain/workflow/record-kind.ts'

const rows = readFileSync('docs/glossary.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && line.includes('`'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
const identifiers = rows.flatMap((cells) =>
  [...(cells[2] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1]),
)
const terms = rows.map((cells) => cells[1])

test.each(Object.keys(STAGES))('stage %s stands in the glossary', (stage) =>
  expect(identifiers).toContain(stage),
)
test.each(Object.entries(ROLES))('role %s (%s) stands in the glossary', (role, title) => {
  expect(identifiers).toContain(role)
  expect(terms).toContain(title)
})
test.each(RECORD_KINDS.map(({ kind }) => kind))('record kind %s stands in the glossary', (kind) =>
  expect(identifiers).toContain(kind),
)
test.each(
  rows.flatMap((cells) => [...(cells[3] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] as string)),
)('%s exists', (place) => expect(existsSync(place)).toBe(true))
