import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FORM_CHECKS } from '../../src/domain/checks.ts'
import { COMPUTES } from '../../src/domain/computes.ts'
import { RULE_PLACES } from '../../src/domain/rule-places.ts'
import { RULE_HEADERS } from '../../src/rules/index.ts'

const ROOT = join(import.meta.dirname, '../..')
const PAGE = readFileSync(join(ROOT, 'docs/rule-coverage.md'), 'utf8')

type Row = { readonly section: string; readonly cells: readonly string[] }

const ROWS: readonly Row[] = PAGE.split(/^## /m)
  .slice(1)
  .flatMap((text) => {
    const [section = '', ...lines] = text.split('\n')
    return lines
      .filter((line) => /^\| \d/.test(line))
      .map((line) => ({ section, cells: line.split('|').map((cell) => cell.trim()) }))
  })
const idsIn = (text: string): readonly string[] => text.match(/\b[A-Z]{3}-\d{3}\b/g) ?? []

describe('docs/rule-coverage.md', () => {
  test('has the eight files whose items it covers, numbered without a gap', () => {
    const sections = [...new Set(ROWS.map(({ section }) => section))]
    expect(sections.map((section) => section.slice(0, 2))).toEqual([
      '02',
      '03',
      '04',
      '05',
      '06',
      '07',
      '08',
      '11',
    ])
    for (const section of sections) {
      const numbers = ROWS.filter((row) => row.section === section).map(({ cells }) => Number(cells[1]))
      expect(numbers, section).toEqual(numbers.map((_, index) => index + 1))
    }
  })

  test('names rules that exist, and every rule that computes something', () => {
    const known = [...RULE_HEADERS.map(({ id }) => id), ...Object.keys(FORM_CHECKS)]
    const named = idsIn(PAGE)
    expect(named.filter((id) => !known.includes(id))).toEqual([])
    const computes = COMPUTES.map(({ id }) => id).filter((id) => !id.startsWith('PIL-'))
    expect(computes.filter((id) => !named.includes(id))).toEqual([])
  })

  test('names case files and places that exist', () => {
    const files = [...PAGE.matchAll(/\b([a-z]+\/[a-z-]+\.yaml)\b/g)].map(([, file]) => file ?? '')
    expect(files.length).toBeGreaterThan(60)
    expect(files.filter((file) => !existsSync(join(ROOT, 'tests/cases', file)))).toEqual([])
    const places = [...PAGE.matchAll(/`((?:src|tests)\/[^`]+)`/g)].map(([, place]) => place ?? '')
    expect(places.filter((place) => !existsSync(join(ROOT, place)))).toEqual([])
  })

  test('an item has a rule, or says who else does it', () => {
    const empty = ROWS.filter(({ cells }) => cells[3] === '' && cells[5] === '')
    expect(empty.map(({ section, cells }) => `${section} ${cells[1]}`)).toEqual([])
  })

  test('a rule said to be in no form is in none, and the other way round', () => {
    const unused = COMPUTES.map(({ id }) => id).filter((id) => RULE_PLACES[id] === undefined)
    const silent = ROWS.filter(({ cells }) => idsIn(cells[3] ?? '').some((id) => unused.includes(id)))
      .filter(({ cells }) => !/未接入表单|还没有填报栏/.test(cells[5] ?? ''))
      .map(({ section, cells }) => `${section} ${cells[1]} ${cells[3]}`)
    expect(silent).toEqual([])
  })
})
