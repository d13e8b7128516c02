import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { examineTable, readTableJson } from '../../src/domain/doctor/index.ts'
import type { DoctorTable } from '../../src/domain/doctor/table.ts'
import { loadRules } from '../../src/rules/index.ts'
import { movePlaces, scaleMoney } from './perturb.ts'

/** What is said of a table must come from its kind, not from where it happens to be from or how rich it is. */
const FOLDER = join(import.meta.dirname, 'cases')
const CASES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .sort()
const rules = loadRules(join(import.meta.dirname, '../../rules')).at({
  date: '2024-05-10',
  jurisdiction: '000000',
  fiscalYear: 2023,
})

const readCase = (file: string) => readTableJson(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')))
const findingsOf = (table: DoctorTable) =>
  examineTable(table, rules)
    .findings.map(
      ({ ruleId, where }) => `${ruleId} ${where.row ?? ''} ${where.fund ?? ''} ${where.field ?? ''}`,
    )
    .sort()

describe.each(CASES)('%s', (file) => {
  const table = readCase(file)

  test('the same is found in another place', () => {
    expect(findingsOf(movePlaces(table))).toEqual(findingsOf(table))
  })

  test('the same is found with ten times the money', () => {
    expect(findingsOf(scaleMoney(table))).toEqual(findingsOf(table))
  })
})

test('both changes do change the tables', () => {
  const tables = CASES.map(readCase)
  expect(tables.filter((table) => movePlaces(table).unit !== table.unit).length).toBeGreaterThan(30)
  const fundsOf = (table: DoctorTable) => JSON.stringify(table.funds)
  expect(tables.filter((table) => fundsOf(scaleMoney(table)) !== fundsOf(table)).length).toBeGreaterThan(30)
})
