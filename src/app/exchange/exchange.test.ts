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
import { type PersonName, useWorld } from '../testing/world.ts'
import { BEGINS, viewRecord } from '../use-cases.ts'
import { compareTables, exportTables, listTakeovers, readExchangeFile, takeOverTables } from './index.ts'
import { exchangeProfile } from './our-tables.ts'

const world = useWorld()
const folder = mkdtempSync(path.join(tmpdir(), 'jiheng-exchange-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Compared = {
  stamp: string
  tables: { table: string; rows: number; equal: number }[]
  quarantined: { table: string; row: number; column: string; message: string }[]
  differences: {
    id: string
    table: string
    kind: string
    isApproved: boolean
    obstacle: string | null
    taken: string[]
    fields: { field: string }[]
  }[]
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

  const FILE = { name: '交换.jsonl', sha256: 'a'.repeat(64) }
  const takeOver = (by: PersonName, input: object) =>
    world.as<{ rows: number; records: number; projects: number }>(by, takeOverTables, {
      year: 2023,
      file: FILE,
      ...input,
    })
  const log = async (by: PersonName) =>
    (
      await world.as<{ items: { differences: object[]; personName: string }[] }>(by, listTakeovers, {
        year: 2023,
      })
    ).items

  test('what may be written is taken over all together, with its list; the rest says why not', async () => {
    const text = (await exported('jsonl')).toString('utf8')
    const sheets = await read(
      text
        .replace('≥50个', '≥60个')
        .replace('"KPI_TARGET":"建成示范基地，带动农户增收"', '"KPI_TARGET":"建成示范基地六十个"')
        .replace('"PERF_IND_NAME":"', '"PERF_IND_NAME":"改'),
      'jsonl',
    )
    const found = await compare(sheets)
    const open = found.differences.filter(({ obstacle }) => obstacle === null)
    expect(open.map(({ table, taken }) => [table, taken])).toEqual([
      ['PM_PERF_GOAL_INFO', ['goal']],
      ['PM_PERF_INDICATOR', ['valueText']],
    ])
    const library = found.differences.find(({ table }) => table === 'BAS_PERF_INDICATOR')
    expect(library?.obstacle).toContain('只核对')
    const { stamp } = found
    const chosen = open.map(({ id }) => id)
    const before = await storedNow()
    await expect(takeOver('unit', { sheets, stamp, chosen: [...chosen, library?.id] })).rejects.toMatchObject(
      {
        code: 'RULE_VIOLATED',
      },
    )
    await expect(takeOver('unit', { sheets, stamp: 'b'.repeat(64), chosen })).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
    })
    for (const other of ['department', 'finance_business'] as const) {
      const theirs = await world.as<Compared>(other, compareTables, { year: 2023, sheets })
      expect(theirs.differences.filter(({ obstacle }) => obstacle === null)).toEqual([])
      await expect(takeOver(other, { sheets, stamp: theirs.stamp, chosen })).rejects.toMatchObject({
        code: 'RULE_VIOLATED',
      })
    }
    const { act, audit, ...rows } = await storedNow()
    expect(rows).toEqual({ ...before, act: undefined, audit: undefined })
    expect(act).toBe(before['act'])

    expect(await takeOver('unit', { sheets, stamp, chosen })).toEqual({ rows: 2, records: 1, projects: 0 })
    const { content } = await world.as<{ content: Record<string, unknown> }>('unit', viewRecord, {
      recordId: sheetId,
    })
    expect(content['annualGoal']).toBe('建成示范基地六十个')
    expect(content['indicators']).toMatchObject([
      { name: '新建基地', operator: 'ge', value: '60', unit: '个', valueText: '≥60个', weight_x100: 5000 },
      { name: '培训人次', value: '300' },
    ])
    const { rows: trail } = await world.owner.query(
      `select changes from audit where use_case = 'exchange.takeOver' and outcome = 'done'`,
    )
    expect(JSON.stringify(trail)).toContain('≥60个')
    expect(await log('unit')).toMatchObject([
      { differences: [{ table: 'PM_PERF_GOAL_INFO' }, { fields: [{ ours: '≥50个', theirs: '≥60个' }] }] },
    ])
    expect(await log('finance_leader')).toHaveLength(1)
    for (const other of ['unit2', 'outsider'] as const) expect(await log(other)).toEqual([])
    await expect(takeOver('unit', { sheets, stamp, chosen })).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
    })
    expect((await compare(sheets)).differences.filter(({ obstacle }) => obstacle === null)).toEqual([])
  })

  test('an amount is shown as it stands in the file, in yuan', async () => {
    const { projectId } = await world.as<{ projectId: string }>('unit', createProject, {
      fiscalYear: 2024,
      content: { ...ENTRY, name: '另一个项目' },
    })
    expect(projectId).toBeTruthy()
    const input = { year: 2024, format: 'jsonl', table: 'BGT_PM_ANNUAL' }
    const answer = await world.as<{ bytes_base64: string }>('unit', exportTables, input)
    const text = Buffer.from(answer.bytes_base64, 'base64').toString('utf8')
    const sheets = await read(text.replace(/"APPLY_UP":"[^"]*"/, '"APPLY_UP":"1234.50"'), 'jsonl')
    const found = await world.as<Compared>('unit', compareTables, { year: 2024, sheets })
    expect(found.differences).toMatchObject([
      { obstacle: null, fields: [{ field: 'requested_fen', theirs: '123450', to: '1234.50' }] },
    ])
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
