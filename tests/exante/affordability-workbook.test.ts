import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  type AffordabilitySheet,
  BUDGETS,
  type Budget,
  COLUMNS_OF,
  computeAffordability,
  computeStress,
} from '../../src/domain/exante/compute/index.ts'
import { ratioValue } from '../../src/domain/shared/ratio.ts'
import { loadRules } from '../../src/rules/index.ts'

/**
 * A spreadsheet with formulas, worked out by LibreOffice (`write-affordability-workbook.ts` says how),
 * agrees with the product to the fen: amounts, growth, all shocks, both budgets, and every verdict.
 */
const FILE = join(import.meta.dirname, 'fixtures/affordability.xlsx')
const RULES = loadRules(join(import.meta.dirname, '../../rules')).at({
  date: '2022-10-20',
  jurisdiction: '640522',
  fiscalYear: 2023,
})
const SHEETS = ['healthy', 'edges']
const SHOCKS = ['plain', 'revenue', 'transfers', 'cost', 'guarantees', 'together']
const BUDGET_IDS = Object.keys(BUDGETS) as Budget[]
const YEARS_FROM = 3

const book = new ExcelJS.Workbook()
beforeAll(() => book.xlsx.readFile(FILE))

/** Rows of a sheet by the name in column A. */
function rowsOf(name: string) {
  const sheet = book.getWorksheet(name)
  if (!sheet) throw new Error(`no sheet ${name}`)
  const rows = new Map<string, ExcelJS.Row>()
  sheet.eachRow((row) => rows.set(String(row.getCell(1).value), row))
  const years = [0, 1, 2, 3].map((place) => Number(sheet.getRow(7).getCell(YEARS_FROM + place).value))
  return { rows, years }
}

/** What a cell shows; a formula must have been worked out. */
function shown(row: ExcelJS.Row | undefined, place: number): number | string {
  const cell = row?.getCell(YEARS_FROM + place)
  const result = cell?.type === ExcelJS.ValueType.Formula ? cell.result : cell?.value
  if (typeof result !== 'number' && typeof result !== 'string') throw new Error('a cell without a result')
  return result
}

const isFormula = (row: ExcelJS.Row | undefined, place: number) =>
  row?.getCell(YEARS_FROM + place).type === ExcelJS.ValueType.Formula
const fen = (yuan: number | string) => BigInt(Math.round(Number(yuan) * 100))

/** What a person would type: only the numbers, and a growth assumption where the book has a formula. */
function typedFrom(name: string): AffordabilitySheet {
  const { rows, years } = rowsOf(name)
  const of = (budget: Budget) =>
    years.map((year, place) => ({
      year,
      amounts: Object.fromEntries(
        COLUMNS_OF[budget].map(({ id }) => {
          const row = rows.get(id)
          return [id, isFormula(row, place) ? null : fen(shown(row, place)).toString()]
        }),
      ),
    }))
  const assumptions = BUDGET_IDS.flatMap((budget) => COLUMNS_OF[budget]).flatMap(({ id }) => {
    const rate = rows.get(id)?.getCell(2).value
    return rate === null || rate === undefined ? [] : [{ column: id, rate: String(rate), source: '工作簿' }]
  })
  return { general: of('general'), fund: of('fund'), usesFundBudget: true, assumptions }
}

describe.each(SHEETS)('%s', (sheet) => {
  test('every amount, pressure and verdict of the plain sheet', () => {
    const { rows, years } = rowsOf(`${sheet}-plain`)
    const result = computeAffordability(typedFrom(`${sheet}-plain`), RULES, years)
    expect(result.missing).toEqual([])
    for (const year of [...result.years, ...result.fundYears]) {
      const place = years.indexOf(year.year)
      const line = (name: string) => shown(rows.get(`${year.budget}:${name}`), place)
      expect(year.available_fen).toBe(fen(line('available')))
      expect(year.rigid_fen).toBe(fen(line('rigid')))
      expect(year.afterProject_fen).toBe(fen(line('after')))
      expect(year.verdict).toBe(line('verdict'))
      const pressure = year.pressure ? ratioValue(year.pressure).toNumber() : 'none'
      if (pressure === 'none') expect(line('pressure')).toBe('none')
      else expect(pressure).toBeCloseTo(Number(line('pressure')), 12)
    }
  })

  test.each(SHOCKS.slice(1))('pressures and verdicts under the shock %s', (shock) => {
    const { rows, years } = rowsOf(`${sheet}-${shock}`)
    const found = computeStress(typedFrom(`${sheet}-${shock}`), RULES).shocks.find(({ id }) => id === shock)
    expect(found?.years).toHaveLength(2 * years.length)
    for (const year of found?.years ?? []) {
      const place = years.indexOf(year.year)
      expect(year.verdict).toBe(shown(rows.get(`${year.budget}:verdict`), place))
      // The quotient carries both sums: an amount one fen off would show in its twelfth digit at most.
      const [after, available] = ['after', 'available'].map((name) =>
        fen(shown(rows.get(`${year.budget}:${name}`), place)),
      )
      if (!year.pressure) expect(available).toBeLessThanOrEqual(0n)
      else {
        expect(year.pressure).toEqual({ numerator: String(after), denominator: String(available) })
      }
    }
  })
})
