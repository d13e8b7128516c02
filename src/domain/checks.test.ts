import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CHECKS } from './checks.ts'
import { PARAMETER_SHAPES } from './rules/parameter-values.ts'
import { SOURCES } from './shared/sources.ts'

const files = readdirSync('src/domain', { recursive: true, encoding: 'utf8' })
  .map((file) => join('src/domain', file))
  .filter((file) => /\/checks\/([a-z]+\/)?[a-z-]+\.ts$/.test(file) && !file.endsWith('/index.ts'))

test('every check in the folders is in the catalogue, under an ID of its own', () => {
  const declared = files.flatMap(
    (file) => readFileSync(file, 'utf8').match(/id: '([A-Z]{3}-(?:\d{3}|[A-Z-]+))'/g) ?? [],
  )
  const listed = CHECKS.map(({ id }) => `id: '${id}'`)
  expect(declared.length).toBeGreaterThan(40)
  expect([...declared].sort()).toEqual([...listed].sort())
  expect(new Set(listed).size).toBe(listed.length)
})

test('every check cites a document and parameters that exist, in the words of the source list', () => {
  for (const { id, source, parameters, severity } of CHECKS) {
    expect(SOURCES[source.id as keyof typeof SOURCES], id).toBe(source.title)
    expect(severity, id).toBeDefined()
    expect(
      (parameters ?? []).filter((name) => !Object.hasOwn(PARAMETER_SHAPES, name)),
      id,
    ).toEqual([])
  }
})
