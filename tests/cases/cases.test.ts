import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { COMPUTES } from '../../src/domain/computes.ts'
import type { ParameterId, ParameterReader } from '../../src/domain/rules/parameter-values.ts'
import { Decimal } from '../../src/domain/shared/decimal.ts'
import { parseWanYuan } from '../../src/domain/shared/money.ts'
import { loadRules } from '../../src/rules/index.ts'
import { COMPUTATIONS } from './computations.ts'

/**
 * Runs every case file: input → expected, against the rules as they ship.
 * Amounts are written in 万元 (`budget_wan: 500`), other numbers as the rule takes them.
 */
type CaseFile = {
  readonly rule: string
  readonly title: string
  readonly cases: readonly {
    readonly name: string
    readonly input: unknown
    /** What the result must contain; `refused` is the error's words instead. */
    readonly expect?: Readonly<Record<string, unknown>>
    readonly refused?: string
    /** Words the reason must contain. */
    readonly sentence?: string
    /** Day, place and year other than the usual ones. */
    readonly moment?: { readonly date?: string; readonly jurisdiction?: string; readonly fiscalYear?: number }
    /** Local settings this case supposes: parameter id → fields that differ. */
    readonly parameters?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  }[]
}

const BOOK = loadRules(join(import.meta.dirname, '../../rules'), { withExamples: true })
const MOMENT = { date: '2024-05-10', jurisdiction: '640522', fiscalYear: 2023 }
const FILES = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .sort()

/** `x_wan: 500` → `x_fen: 500000000n`; lists of amounts too. */
function toFen(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toFen)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, inner]) =>
    key.endsWith('_wan') ? [key.replace(/_wan$/, '_fen'), fenOf(inner)] : [key, toFen(inner)],
  )
  return Object.fromEntries(entries)
}

function fenOf(value: unknown): unknown {
  return Array.isArray(value) ? value.map(fenOf) : value === null ? null : parseWanYuan(String(value))
}

/** Decimals as text with at most six places, so that a person can write them down. */
function readable(value: unknown): unknown {
  if (value instanceof Decimal) return value.toDecimalPlaces(6).toFixed()
  if (Array.isArray(value)) return value.map(readable)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, readable(inner)]))
}

function readerFor(one: CaseFile['cases'][number]): ParameterReader {
  const reader = BOOK.at({ ...MOMENT, ...one.moment })
  return {
    value<K extends ParameterId>(id: K) {
      const parameter = reader.value(id)
      return { ...parameter, value: { ...parameter.value, ...one.parameters?.[id] } }
    },
  }
}

describe.each(FILES)('%s', (file) => {
  const { rule, cases } = parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as CaseFile
  test.each(cases.map((one) => [one.name, one] as const))(`${rule} %s`, (_name, one) => {
    const compute = COMPUTATIONS[rule]
    if (!compute) throw new Error(`${file}: no computation for ${rule}`)
    const run = () => compute(toFen(one.input), readerFor(one))
    if (one.refused !== undefined) {
      expect(run).toThrow(one.refused)
      return
    }
    const result = readable(run()) as { explanation?: { ruleId: string; sentence: string } }
    expect(result).toMatchObject(toFen(one.expect ?? {}) as object)
    if (result.explanation) expect(result.explanation.ruleId).toBe(rule)
    if (one.sentence !== undefined) expect(result.explanation?.sentence).toContain(one.sentence)
    expect(one.expect ?? one.sentence, 'a case must expect something').toBeDefined()
  })
})

test('every rule that computes something has cases, and every case file a rule', () => {
  const covered = FILES.map(
    (file) => (parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as CaseFile).rule,
  )
  expect(COMPUTES.map(({ id }) => id).filter((id) => !covered.includes(id))).toEqual([])
  expect(Object.keys(COMPUTATIONS).filter((id) => !covered.includes(id))).toEqual([])
  expect(covered.filter((id, index) => covered.indexOf(id) !== index)).toEqual([])
})
