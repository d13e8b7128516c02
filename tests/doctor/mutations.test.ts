import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { examineTable } from '../../src/domain/doctor/index.ts'
import type { DoctorTable } from '../../src/domain/doctor/table.ts'
import { loadRules } from '../../src/rules/index.ts'
import { FAULTS } from '../../bench/doctor/faults/index.ts'
import { alarmsOnClean, mutate } from '../../bench/doctor/mutate.ts'

/** What is asked of the doctor: figures nearly always, words mostly, and silence on a clean table. */
const LEAST_FOUND = { arithmetic: 0.99, wording: 0.9 } as const
const MUTANTS = { arithmetic: 100, wording: 60 } as const
const CLEAN_TABLES = 400
const STRAY_ERRORS = 0.02
const STRAY_WARNINGS = 0.02
const SEED = 20240510

const rules = loadRules(join(import.meta.dirname, '../../rules')).at({
  date: '2024-05-10',
  jurisdiction: '000000',
  fiscalYear: 2023,
})
const examine = (table: DoctorTable) => examineTable(table, rules).findings

describe('one fault planted into a clean table', () => {
  test.each(FAULTS)('$code is named', (fault) => {
    const result = mutate(fault, MUTANTS[fault.family], examine, SEED)
    const enough = result.found >= result.mutants * LEAST_FOUND[fault.family]
    expect(enough ? [] : result.missed).toEqual([])
    // A fault of wording is no reason for an error about figures.
    const isQuiet =
      fault.family === 'arithmetic' || result.strayErrors.length <= result.mutants * STRAY_ERRORS
    expect(isQuiet ? [] : result.strayErrors).toEqual([])
  })

  test('a doctor that says nothing would fail', () => {
    for (const fault of FAULTS) expect(mutate(fault, 3, () => [], SEED).found).toBe(0)
  })
})

test('a clean table has no error, and hardly ever a warning', () => {
  const { alarms } = alarmsOnClean(CLEAN_TABLES, examine, SEED)
  expect(alarms.filter(({ severity }) => severity === 'error')).toEqual([])
  const warnings = alarms.filter(({ severity }) => severity === 'warning')
  expect(warnings.length > CLEAN_TABLES * STRAY_WARNINGS ? warnings : []).toEqual([])
})
