import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll } from 'vitest'
import type { ReadSheet } from '../../domain/offline/workbook.ts'
import { targetSheet } from '../../domain/targets/index.ts'
import { createProject } from '../projects/save-project.ts'
import { saveDraft } from '../records/save-draft.ts'
import { ENTRY } from '../testing/first-stages.ts'
import { useWorld } from '../testing/world.ts'
import { BEGINS, viewRecord } from '../use-cases.ts'
import { acceptWorkbook, compareWorkbook, exportWorkbook, readWorkbookFile } from './index.ts'

const world = useWorld()
const folder = mkdtempSync(path.join(tmpdir(), 'jiheng-offline-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type View = {
  record: { version: number }
  content: { indicators?: { id: string; value?: string }[] } & Record<string, unknown>
}
type Found = { version: number; madeFrom: number; items: { key: string; changed: string }[]; notes: string[] }

let recordId = ''
const view = () => world.as<View>('unit', viewRecord, { recordId })
beforeAll(async () => {
  const { projectId } = await world.as<{ projectId: string }>('unit', createProject, {
    fiscalYear: 2023,
    content: ENTRY,
  })
  const begin = BEGINS.find(({ recordKind }) => recordKind === targetSheet)
  recordId = (await world.as<{ recordId: string }>('unit', begin as object, { projectId })).recordId
  await save({
    annualGoal: '建成示范基地',
    total_fen: '500000000',
    indicators: [
      {
        level1: 'output',
        level2: 'quantity',
        name: '新建示范基地',
        kind: 'quant',
        operator: 'ge',
        value: '48',
        unit: '个',
        weight_x100: 5000,
      },
      {
        level1: 'output',
        level2: 'quality',
        name: '验收合格率',
        kind: 'quant',
        operator: 'ge',
        value: '95',
        unit: '%',
        weight_x100: 4000,
      },
    ],
  })
}, 60_000)

async function save(content: Record<string, unknown>) {
  await world.as('unit', saveDraft, { recordId, version: (await view()).record.version, content })
}

async function exported(): Promise<ExcelJS.Workbook> {
  const { bytes_base64 } = await world.as<{ bytes_base64: string }>('unit', exportWorkbook, { recordId })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(bytes_base64, 'base64') as never)
  return book
}

/** Replaces the one cell that says this. */
function edit(book: ExcelJS.Workbook, before: string | number, after: string | number) {
  book.worksheets[0]?.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.value === before && cell.master === cell) cell.value = after
    }),
  )
}

let files = 0
async function readSaved(book: ExcelJS.Workbook): Promise<ReadSheet[]> {
  files += 1
  const file = path.join(folder, `${files}.xlsx`)
  writeFileSync(file, new Uint8Array(await book.xlsx.writeBuffer()))
  return readWorkbookFile(file, '填好.xlsx')
}

const compare = (sheets: readonly ReadSheet[]) =>
  world.as<Found>('unit', compareWorkbook, { recordId, sheets })

describe('离线填报表', () => {
  test('brought back unchanged it shows nothing and writes nothing', async () => {
    const before = await view()
    const found = await compare(await readSaved(await exported()))
    expect(found).toMatchObject({ version: before.record.version, items: [], notes: [] })
    expect(await view()).toEqual(before)
  })

  test('what was edited is shown, and written only when accepted, in one step with its audit row', async () => {
    const book = await exported()
    edit(book, 48, 60)
    edit(book, '建成示范基地', '建成示范基地并投入使用')
    const sheets = await readSaved(book)
    const found = await compare(sheets)
    expect(found.items.map(({ changed }) => changed)).toEqual(['theirs', 'theirs'])
    expect((await view()).content['annualGoal']).toBe('建成示范基地')
    const { version } = found
    await world.as('unit', acceptWorkbook, { recordId, version, sheets, choices: { annualGoal: 'mine' } })
    const { content, record } = await view()
    expect(record.version).toBe(version + 1)
    expect(content).toMatchObject({
      annualGoal: '建成示范基地',
      indicators: [{ value: '60' }, { value: '95' }],
    })
    const { rows } = await world.owner.query(
      `select title, changes from audit where subject_id = $1 order by id desc limit 1`,
      [recordId],
    )
    expect(rows[0]).toMatchObject({ title: '采纳离线填报表', changes: [{ field: 'indicators' }] })
  })

  test('a cell changed on both sides has to be decided', async () => {
    const book = await exported()
    edit(book, '建成示范基地', '文件里的目标')
    const sheets = await readSaved(book)
    await save({ annualGoal: '页面上的目标' })
    const { items, version } = await compare(sheets)
    expect(items.map(({ key, changed }) => [key, changed])).toEqual([['annualGoal', 'conflict']])
    const accept = (choices: object) =>
      world.as('unit', acceptWorkbook, { recordId, version, sheets, choices })
    await expect(accept({})).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
      details: { undecided: ['annualGoal'] },
    })
    expect((await view()).content['annualGoal']).toBe('页面上的目标')
    await accept({ annualGoal: 'theirs' })
    expect((await view()).content['annualGoal']).toBe('文件里的目标')
  })

  test('somebody saved while the differences were looked at: refused with both versions', async () => {
    const book = await exported()
    edit(book, '文件里的目标', '再改')
    const sheets = await readSaved(book)
    const { version } = await compare(sheets)
    await save({ contact: '张三' })
    await expect(
      world.as('unit', acceptWorkbook, { recordId, version, sheets, choices: {} }),
    ).rejects.toMatchObject({ code: 'VERSION_CONFLICT', details: { yours: version, current: version + 1 } })
  })

  test('one cell that cannot be read: every fault with its cell, nothing compared', async () => {
    const book = await exported()
    edit(book, 60, '六十个')
    await expect(compare(await readSaved(book))).rejects.toMatchObject({
      code: 'RULE_VIOLATED',
      details: { faults: [{ place: expect.stringMatching(/^项目支出绩效目标申报表!F\d+$/) }] },
    })
  })

  test('a workbook of another record, a foreign file, a changed origin', async () => {
    const own = await exported()
    const hidden = own.getWorksheet('_绩衡') as ExcelJS.Worksheet
    const text = String(hidden.getCell('A3').value).replace(
      recordId,
      recordId.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
    )
    hidden.getCell('A3').value = text
    await expect(compare(await readSaved(own))).rejects.toMatchObject({
      message: expect.stringContaining('被改动过'),
    })
    hidden.getCell('A2').value = createHash('sha256').update(text).digest('hex')
    await expect(compare(await readSaved(own))).rejects.toMatchObject({
      message: expect.stringContaining('另一个事项'),
    })
    own.removeWorksheet(hidden.id)
    await expect(compare(await readSaved(own))).rejects.toMatchObject({
      message: expect.stringContaining('不是从本系统导出'),
    })
  })

  test('another unit sees neither the workbook nor its comparison', async () => {
    const sheets = await readSaved(await exported())
    for (const [useCase, input] of [
      [exportWorkbook, { recordId }],
      [compareWorkbook, { recordId, sheets }],
      [acceptWorkbook, { recordId, version: 1, sheets, choices: {} }],
    ] as const) {
      await expect(world.as('unit2', useCase, input)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
  })

  test('whoever may not write here gets it locked, and cannot bring it back', async () => {
    const { bytes_base64 } = await world.as<{ bytes_base64: string }>('department', exportWorkbook, {
      recordId,
    })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Buffer.from(bytes_base64, 'base64') as never)
    const sheets = await readSaved(book)
    await expect(world.as('department', compareWorkbook, { recordId, sheets })).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    })
  })
})
