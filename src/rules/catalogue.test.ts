import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isParameterId } from '../domain/rules/parameter-values.ts'
import { RULE_GROUPS } from '../domain/shared/rule-header.ts'
import { SOURCES } from '../domain/shared/sources.ts'
import { listParameters, RULE_HEADERS } from './catalogue.ts'
import { renderCatalogue } from './catalogue-page.ts'
import { loadRules } from './load-rules.ts'
import { citeSource } from './rule-book.ts'

const ROOT = join(import.meta.dirname, '../..')
const BOOK = loadRules(join(ROOT, 'rules'), { withExamples: true })

describe('every rule', () => {
  test('has an ID of its own, of the agreed form', () => {
    const ids = RULE_HEADERS.map((rule) => rule.id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    expect(
      ids.filter((id) => !/^((EXA|TGT|MON|EVA|RES|PIL|ORG|BUD)-\d{3}|CHK-[A-Z-]+[A-Z])$/.test(id)),
    ).toEqual([])
    expect(ids.length).toBeGreaterThan(80)
  })

  test.each(RULE_HEADERS.map((rule) => [rule.id, rule] as const))('%s is complete', (_id, rule) => {
    expect(rule.name).toMatch(/\p{Script=Han}/u)
    expect(Object.keys(RULE_GROUPS)).toContain(rule.stage)
    expect(rule.parameters?.filter((id) => !isParameterId(id)) ?? []).toEqual([])
    const source = BOOK.sources.find((each) => each.id === rule.source.id)
    expect(source, `${rule.source.id} is not in rules/sources.yaml`).toBeDefined()
    expect(rule.source.title).toBe(source && citeSource(source))
  })
})

test('the sources rules cite read as in sources.yaml', () => {
  const listed = new Map(BOOK.sources.map((source) => [source.id, citeSource(source)]))
  const different = Object.entries(SOURCES).filter(([id, title]) => listed.get(id) !== title)
  expect(different).toEqual([])
})

test('the catalogue shows local values beside the national one', () => {
  const lights = listParameters(BOOK).find((entry) => entry.id === 'monitoring.light_thresholds')
  expect(lights?.values.map((value) => [value.jurisdiction, value.isExample])).toEqual([
    [null, false],
    ['640181', true],
  ])
  expect(lights?.usedBy).toContain('MON-004')
})

test('docs/rules.md is up to date (node scripts/generate-rules-page.ts)', () => {
  expect(readFileSync(join(ROOT, 'docs/rules.md'), 'utf8')).toBe(renderCatalogue(BOOK))
})
