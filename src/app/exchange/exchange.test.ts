import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readRows, writeRows } from '../../domain/exchange/table-rows.ts'
import { readSheetRows } from '../../domain/exchange/text-formats.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { targetSheet } from '../../domain/targets/index.ts'
import { createProject } from '../projects/save-project.ts'
import { saveDraft } from '../records/save-draft.ts'
import { ENTRY } from '../testing/first-stages.ts'
import { useWorld } from '../testing/world.ts'
import { BEGINS, viewRecord } from '../use-cases.ts'
import { compareTables, exportTables, readExchangeFile } from './index.ts'
import { exchangeProfile } from './our-tables.ts'

const world = useWorld()
const folder = mkdtempSync(path.join(tmpdir(), 'jiheng-exchange-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Compared = {
  tables: { table: string; rows: number; equal: number }[]
  quarantined: { table: string; row: number; column: string; message: string }[]
  differences: { table: string; kind: string; isApproved: boolean; fields: { field: string }[] }[]
}
let sheetId = ''
beforeAll(async () => {
  const { projectId } = await world.as<{ projectId: string }>('unit', createProject, {
    fiscalYear: 2023,
    content: ENTRY,
  })
  const begin = BEGINS.find(({ recordKind }) => recordKind === targetSheet) as object
  sheetId = (await world.as<{ recordId: string }>('unit', begin, { projectId })).recordId
  const { record } = await world.as<{ record: { version: number } }>('unit', viewRecord, {
    recordId: sheetId,
  })
  const indicator = { level1: 'output', level2: 'quantity', kind: 'quant', operator: 'ge', unit: '个' }
  await world.as('unit', saveDraft, {
    recordId: sheetId,
    version: record.version,
    content: {
      annualGoal: '建成示范基地，带动农户增收',
      indicators: [
        { ...indicator, name: '新建基地', value: '50', valueText: '≥50个', weight_x100: 5000 },
        { ...indicator, name: '培训人次', value: '300', valueText: '=300', weight_x100: 4000 },
      ],
    },
  })
}, 60_000)

async function exported(format: string, table?: string): Promise<Buffer> {
  const input = { year: 2023, format, ...(table === undefined ? {} : { table }) }
  const answer = await world.as<{ bytes_base64: string }>('unit', exportTables, input)
  return Buffer.from(answer.bytes_base64, 'base64')
}

let files = 0
async function read(bytes: Buffer | string, ending: string) {
  files += 1
  const file = path.join(folder, `${files}.${ending}`)
  writeFileSync(file, bytes)
  return readExchangeFile(file, `交换.${ending}`)
}
const compare = (sheets: unknown) => world.as<Compared>('unit', compareTables, { year: 2023, sheets })

describe('交换表', () => {
  test.each(['xlsx', 'jsonl', 'csv'])('%s: out and back is no difference', async (format) => {
    const bytes = await exported(format, format === 'csv' ? 'PM_PERF_INDICATOR' : undefined)
    const found = await compare(await read(bytes, format))
    expect(found.quarantined).toEqual([])
    expect(found.differences).toEqual([])
    expect(found.tables.find(({ table }) => table === 'PM_PERF_INDICATOR')).toMatchObject({
      rows: 2,
      equal: 2,
    })
  })

  test('a workbook read and written again has the same rows in every table', async () => {
    const sheets = await read(await exported('xlsx'), 'xlsx')
    const profile = exchangeProfile()
    for (const { rows } of sheets) {
      const named = readSheetRows(profile, rows)
      if (!named) throw new Error('a sheet without a table')
      const { entities } = readRows(profile, named.table, named.rows)
      expect(writeRows(profile, named.table, entities).rows).toEqual(named.rows)
    }
  })

  test('a value that changed outside is a difference; an unknown code is set aside', async () => {
    const text = (await exported('jsonl')).toString('utf8')
    const changed = await compare(await read(text.replace('≥50个', '≥60个'), 'jsonl'))
    expect(changed.differences).toMatchObject([
      { table: 'PM_PERF_INDICATOR', kind: 'changed', isApproved: false, fields: [{ field: 'valueText' }] },
    ])
    const spoiled = await compare(
      await read(text.replace('"KPI_LV1":"产出指标"', '"KPI_LV1":"别的"'), 'jsonl'),
    )
    expect(spoiled.quarantined).toMatchObject([{ table: 'PM_PERF_INDICATOR', row: 1, column: 'KPI_LV1' }])
  })

  test('500 spoiled files change nothing that is stored', async () => {
    const text = (await exported('jsonl')).toString('utf8')
    const before = await storedNow()
    let refused = 0
    for (let seed = 1; seed <= 500; seed += 1) {
      try {
        await compare(await read(spoil(text, seed), 'jsonl'))
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        refused += 1
      }
    }
    expect(refused).toBeGreaterThan(0)
    expect(await storedNow()).toEqual(before)
  }, 180_000)

  test('another county’s people export none of it', async () => {
    const answer = await world.as<{ bytes_base64: string }>('outsider', exportTables, {
      year: 2023,
      format: 'jsonl',
    })
    expect(Buffer.from(answer.bytes_base64, 'base64').toString('utf8')).not.toContain('新建基地')
  })
})

/** Everything a comparison could have touched, versions and history included. */
async function storedNow() {
  const tables = ['project', 'record', 'record_history', 'indicator', 'indicator_history', 'act', 'audit']
  const counts = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`)
  const { rows } = await world.owner.query(
    `select ${counts.join(', ')}, (select md5(string_agg(i::text, ',' order by i.id)) from indicator i) as digest`,
  )
  return rows[0]
}

/** Cut, doubled, overwritten or swapped somewhere; the same for the same seed. */
function spoil(text: string, seed: number): string {
  const at = (seed * 7919) % text.length
  const to = (at + (seed % 37) + 1) % text.length
  const [from, end] = at < to ? [at, to] : [to, at]
  switch (seed % 5) {
    case 0:
      return text.slice(0, at)
    case 1:
      return text.slice(0, from) + text.slice(end)
    case 2:
      return `${text.slice(0, at)}'; drop table project; --${text.slice(at)}`
    case 3:
      return text.slice(0, end) + text.slice(from)
    default:
      return text.slice(0, at) + String.fromCharCode(32 + (seed % 90)) + text.slice(at + 1)
  }
}
