import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isParameterId } from '../domain/rules/parameter-values.ts'
import { RULE_GROUPS } from '../domain/shared/rule-header.ts'
import { RULE_PLACES } from '../domain/rule-places.ts'
import { SOURCES } from '../domain/shared/sources.ts'
import { listParameters, RULE_HEADERS } from './catalogue.ts'
import { renderCatalogue } from './catalogue-page.ts'
import { caseCountsModule, countCases } from './case-counts.ts'
import { loadForms } from './load-forms.ts'
import { loadRules } from './load-rules.ts'
import { citeSource } from './rule-book.ts'
import { listRules } from './rule-entries.ts'

const ROOT = join(import.meta.dirname, '../..')
const BOOK = loadRules(join(ROOT, 'rules'), { withExamples: true })
const FORMS = loadForms(join(ROOT, 'rules'))

describe('every rule', () => {
  test('has an ID of its own, of the agreed form', () => {
    const ids = RULE_HEADERS.map((rule) => rule.id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    expect(
      ids.filter((id) => !/^((EXA|TGT|MON|EVA|RES|PIL|ORG|BUD|AGE)-\d{3}|CHK-[A-Z-]+[A-Z])$/.test(id)),
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
    ['640400', true],
  ])
  expect(lights?.usedBy).toContain('MON-004')
})

test('every place a rule is said to be applied at is a section of a form, of a rule that exists', () => {
  const unknown = listRules(BOOK.sources, FORMS).flatMap(({ places }) =>
    places.filter((one) => one.includes('#')),
  )
  expect(unknown).toEqual([])
  const ids = RULE_HEADERS.map((rule) => rule.id)
  expect(Object.keys(RULE_PLACES).filter((id) => !ids.includes(id))).toEqual([])
})

test('a rule says how it came here: ours is a proposal, what was only cited is never seen', () => {
  const rules = listRules(BOOK.sources, FORMS)
  const textOf = (id: string) => BOOK.sources.find((source) => source.id === id)?.text
  for (const rule of rules) {
    if (textOf(rule.source.id) === 'own') expect(rule.standing, rule.id).toBe('proposal')
    if (textOf(rule.source.id) === 'cited') expect(rule.standing, rule.id).not.toBe('seen')
  }
})

test('a rule that a jurisdiction may switch on is off nationally', () => {
  const switched = RULE_HEADERS.filter(({ switchedBy }) => switchedBy !== undefined)
  expect(switched.map(({ id }) => id)).toEqual(['EVA-015', 'EVA-016'])
  for (const { switchedBy } of switched) {
    const values = BOOK.parameters.find(({ id }) => id === switchedBy)?.values ?? []
    expect(values.map(({ value }) => (value as { isOn: boolean }).isOn)).toEqual(values.map(() => false))
  }
})

test('the number of cases is up to date (npm run generate)', () => {
  const counts = countCases(join(ROOT, 'tests/cases'))
  expect(readFileSync(join(ROOT, 'src/rules/rule-cases.ts'), 'utf8')).toBe(caseCountsModule(counts))
  expect(Object.values(counts).reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(500)
})

test('docs/rules.md is up to date (node scripts/generate-rules-page.ts)', () => {
  expect(readFileSync(join(ROOT, 'docs/rules.md'), 'utf8')).toBe(renderCatalogue(BOOK, FORMS))
})
