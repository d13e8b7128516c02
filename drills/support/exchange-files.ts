import { strict as assert } from 'node:assert'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as fc from 'fast-check'
import { readExchangeFile } from '../../src/app/exchange/index.ts'
import { writeExchangeWorkbook } from '../../src/documents/index.ts'
import type { Entity, ExchangeTable } from '../../src/domain/exchange/profile.ts'
import { projectEntity } from '../../src/domain/exchange/project-entity.ts'
import { readRows, writeRows } from '../../src/domain/exchange/table-rows.ts'
import {
  type NamedRows,
  readJsonLines,
  readSheetRows,
  writeCsv,
  writeJsonLines,
} from '../../src/domain/exchange/text-formats.ts'
import {
  annualBudgetEntities,
  type ExchangeSource,
  goalEntities,
  indicatorEntities,
  monitorEntities,
  monitorFileEntities,
  monitorTaskEntities,
  selfEvaluationEntities,
} from '../../src/domain/exchange/to-entities.ts'
import type { Content, FormDefinition } from '../../src/domain/forms/form.ts'
import { contentOf } from '../../src/domain/offline/random-content.fixture.ts'
import { loadExchange, loadForms } from '../../src/rules/index.ts'

const profile = loadExchange('rules', 'mof-v2')
const forms = new Map(loadForms('rules').map((form) => [form.id, form]))
const formOf = (id: string) => forms.get(id) as FormDefinition
const contents = fc.tuple(
  ...['project/entry', 'targets/sheet', 'project/budget-line', 'monitoring/round', 'evaluation/self'].map(
    (id) => contentOf(formOf(id)),
  ),
)

export type Tally = { rows: number; files: number; bytes: number; largest_bytes: number }

/**
 * Projects with whatever their forms may hold, out to files of the three formats, in through the gate, and out
 * again: JSON Lines and CSV the same bytes, the workbook the same rows. Throws at the first that differs.
 * @param first number of the first project, so that codes and ids differ from chunk to chunk
 */
export async function walkChunk(folder: string, first: number, count: number, seed: number, tally: Tally) {
  const tables = makeTables(first, fc.sample(contents, { numRuns: count, seed }))
  tally.rows += tables.reduce((sum, { rows }) => sum + rows.length, 0)
  const through = async (bytes: string | Buffer, ending: string) => {
    const file = path.join(folder, `tables.${ending}`)
    writeFileSync(file, bytes)
    tally.files += 1
    tally.bytes += Buffer.byteLength(bytes)
    tally.largest_bytes = Math.max(tally.largest_bytes, Buffer.byteLength(bytes))
    const sheets = await readExchangeFile(file, `交换.${ending}`)
    return { sheets, stored: () => readFileSync(file, 'utf8'), forget: () => rmSync(file) }
  }

  const lines = await through(writeJsonLines(profile, tables), 'jsonl')
  const read = readJsonLines(profile, lines.sheets[0]?.rows.map(([line]) => line).join('\n') ?? '') ?? []
  assert.equal(writeJsonLines(profile, read.map(again)), lines.stored())
  lines.forget()

  for (const table of tables) {
    const csv = await through(writeCsv(table), 'csv')
    const found = readSheetRows(profile, csv.sheets[0]?.rows ?? [])
    assert.equal(writeCsv(again(found ?? table)), csv.stored())
    csv.forget()
  }

  const workbook = await through(await writeExchangeWorkbook(tables, 'mof-v2'), 'xlsx')
  const sheets = workbook.sheets.map(({ rows }) => readSheetRows(profile, rows))
  assert.equal(sheets.length, tables.length)
  tables.forEach(({ table, rows }, at) => {
    const found = sheets[at]
    assert.equal(found?.table.table, table.table)
    const back = found ? again(found).rows : []
    assert.equal(back.length, rows.length, table.table)
    // Row by row, so that a failure names the row and not the workbook.
    for (const [index, row] of rows.entries()) assert.deepEqual(back[index], row)
  })
  workbook.forget()
}

/** What was read, as our values, written once more; nothing of it may be set aside. */
function again({ table, rows }: NamedRows): NamedRows {
  const { entities, quarantined } = readRows(profile, table, rows)
  assert.deepEqual(quarantined, [])
  const written = writeRows(profile, table, entities)
  assert.deepEqual(written.faults, [])
  return { table, rows: written.rows }
}

function makeTables(first: number, drawn: readonly (readonly Content[])[]): NamedRows[] {
  const byEntity = new Map<string, Entity[]>()
  const add = (entity: string, entities: readonly Entity[]) => {
    const own = byEntity.get(entity)
    if (own) own.push(...entities)
    else byEntity.set(entity, [...entities])
  }
  drawn.forEach(([entry, sheet, line, round, self], index) => {
    const of = <T>(content: Content | undefined, part: number) => sourceOf<T>(first + index, part, content)
    add('project', [projectEntity(of(entry, 0))])
    add('goal', goalEntities(of(sheet, 1)))
    add('indicator', withIds(first + index, indicatorEntities(of(sheet, 1), formOf('targets/sheet'))))
    add('annualBudget', annualBudgetEntities(of(line, 2)))
    add('monitorTask', monitorTaskEntities(of(round, 3), true))
    add('monitorLine', withIds(first + index, monitorEntities(of(round, 3), true)))
    add(
      'monitorFile',
      monitorFileEntities([
        { id: idOf(first + index, 5), recordId: idOf(first + index, 3), name: '凭证.pdf', place: 'x' },
      ]),
    )
    const own = selfEvaluationEntities(of(self, 4), false)
    add('selfEvaluation', own.selfEvaluation)
    add('selfGoal', own.selfGoal)
    add('selfIndicator', withIds(first + index, own.selfIndicator))
    add('selfFund', own.selfFund)
  })
  return profile.tables.flatMap((table: ExchangeTable) => {
    const entities = byEntity.get(table.entity) ?? []
    if (entities.length === 0) return []
    const { rows, faults } = writeRows(profile, table, entities)
    assert.deepEqual(faults, [])
    return [{ table, rows }]
  })
}

function withIds(project: number, entities: readonly Entity[]): Entity[] {
  return entities.map((entity, index) => ({ ...entity, id: idOf(project, 100 + index) }))
}

function idOf(project: number, part: number): string {
  return `0190b7e8-0000-7000-8${String(part).padStart(3, '0')}-${String(project).padStart(12, '0')}`
}

function sourceOf<T>(
  project: number,
  part: number,
  content: Content | undefined,
): ExchangeSource<T> & { id: string } {
  return {
    id: idOf(project, part),
    jurisdictionId: '640221',
    fiscalYear: 2023,
    projectCode: `640221T${String(project).padStart(9, '0')}`,
    projectName: `项目${project}`,
    unitCode: '101001',
    unitName: '某单位',
    departmentCode: '101',
    departmentName: '某部门',
    recordId: idOf(project, part),
    version: 3,
    createdAt: '2022-09-01T02:00:00.123Z',
    stateSince: '2022-09-02T02:00:00.000Z',
    content: (content ?? {}) as T,
  }
}
