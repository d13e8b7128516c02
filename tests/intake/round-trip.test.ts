import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parse as readCsv } from '../../src/documents/table-intake/read-csv.ts'
import { parse as readDocx } from '../../src/documents/table-intake/read-docx.ts'
import { parse as readXls } from '../../src/documents/table-intake/read-xls.ts'
import { parse as readXlsx } from '../../src/documents/table-intake/read-xlsx.ts'
import type { DoctorTable } from '../../src/domain/doctor/table.ts'
import { GIVEN_CASES, type GivenCase } from './given-cases.ts'
import { LAYOUTS, type Layout, type PrintedForm, printForm } from './printed-form.ts'
import { toDocx, toSeparated, toXlsx } from './write-form.ts'
import { toXls } from './write-xls.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'jiheng-round-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A template row that nobody filled in is no indicator: the reader leaves it out. */
function isWritten(row: GivenCase['indicators'][number]): boolean {
  return [row.name, row.target_text, row.actual_text, row.weight, row.score].some(
    (text) => (text ?? '') !== '',
  )
}

/** Two cases show no column of values at all: nothing says that these are indicators. */
const hasValues = ({ indicators }: GivenCase) =>
  indicators.some((row) =>
    [row.target_text, row.actual_text, row.weight, row.score].some((text) => text !== null),
  )

const TABLES = GIVEN_CASES.filter((given) => given.form === 'table' && hasValues(given))

/** What a table that was printed and read again must say: a column that is not printed is not seen. */
function expected(given: GivenCase, layout: Layout) {
  const rows = given.indicators
  const FIELDS = [
    'level1',
    'level2',
    'name',
    'target_text',
    'actual_text',
    'weight',
    'score',
    'deviation_reason',
  ] as const
  const isPrinted = (field: (typeof FIELDS)[number]) => rows.some((row) => row[field] !== null)
  const isTable = given.funds.some((fund) =>
    [fund.adjusted_budget, fund.executed, fund.weight, fund.rate, fund.score].some(
      (text) => (text ?? '') !== '',
    ),
  )
  const fund = (field: keyof GivenCase['funds'][number]) => (one: GivenCase['funds'][number]) =>
    isTable && given.funds.some((any) => any[field] !== null) ? (one[field] ?? '') : null
  return {
    projectName: given.project.name,
    department: given.project.department,
    unit: given.project.department === null ? null : given.project.unit,
    annualGoal: given.project.annual_goal,
    funds: given.funds.map((one) => [
      one.source.replace(/[:：]$/, ''),
      isTable ? fund('initial_budget')(one) : (one.initial_budget ?? ''),
      fund('adjusted_budget')(one),
      fund('executed')(one),
      fund('weight')(one),
      fund('rate')(one),
      fund('score')(one),
    ]),
    indicators: rows
      .filter(isWritten)
      .map((row) =>
        FIELDS.map((field) => (field === 'name' || isPrinted(field) ? (row[field] ?? '') : null)),
      ),
    totals: [given.total_weight, given.total_score].map((text, index) =>
      isPrinted(index === 0 ? 'weight' : 'score') ? text : null,
    ),
    layout,
  }
}

function seen(table: DoctorTable | undefined, layout: Layout) {
  return {
    projectName: table?.projectName,
    department: table?.department,
    unit: table?.unit,
    annualGoal: table?.annualGoal,
    funds: table?.funds.map((fund) => [
      fund.label,
      fund.initial,
      fund.adjusted,
      fund.executed,
      fund.weight,
      fund.rate,
      fund.score,
    ]),
    indicators: table?.indicators.map((row) => [
      row.level1,
      row.level2,
      row.name,
      row.target,
      row.actual,
      row.weight,
      row.score,
      row.reason,
    ]),
    totals: [table?.totalWeight, table?.totalScore],
    layout,
  }
}

const PARSERS = { xlsx: readXlsx, xls: readXls, docx: readDocx, csv: readCsv }

async function read(name: string, content: Uint8Array | string): Promise<DoctorTable | undefined> {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return (await PARSERS[name.split('.').at(-1) as keyof typeof PARSERS](file)).tables[0]
}

const FILES = [
  ['a.xlsx', (form: PrintedForm) => toXlsx(form)],
  ['numbers.xlsx', (form: PrintedForm) => toXlsx(form, true)],
  ['a.xls', (form: PrintedForm) => toXls(form)],
  ['a.docx', (form: PrintedForm) => toDocx(form)],
  ['comma.csv', (form: PrintedForm) => toSeparated(form, ',')],
  ['tab.csv', (form: PrintedForm) => `\ufeff${toSeparated(form, '\t')}`],
  ['semicolon.csv', (form: PrintedForm) => toSeparated(form, ';')],
] as const

describe('what was printed is read again, cell by cell', () => {
  const pairs = FILES.flatMap(([name, write]) => LAYOUTS.map((layout) => ({ name, write, layout })))
  test.each(pairs)('$name, $layout', async ({ name, write, layout }) => {
    for (const given of TABLES) {
      const table = await read(name, await write(printForm(given, layout)))
      expect(seen(table, layout), given.id).toEqual(expected(given, layout))
    }
  })
})
