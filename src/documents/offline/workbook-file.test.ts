import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Content, FormDefinition } from '../../domain/forms/form.ts'
import { mergeThreeWay } from '../../domain/offline/merge.ts'
import { planSheet } from '../../domain/offline/plan-sheet.ts'
import { contentOf } from '../../domain/offline/random-content.fixture.ts'
import { readBack } from '../../domain/offline/read-back.ts'
import { readOrigin, writeOrigin } from '../../domain/offline/workbook.ts'
import { loadForms } from '../../rules/load-forms.ts'
import { parse } from '../excel-intake/read-plain-sheets.ts'
import { writeOfflineWorkbook } from './write-offline-workbook.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'jiheng-offline-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const form = loadForms('rules').find(({ id }) => id === 'targets/sheet') as FormDefinition
const openSections = ['head', 'money', 'goals', 'indicators', 'quarterPlan']
const digestOf = (text: string) => `digest of ${text.length}`
const ORIGIN = { form: form.id, recordId: 'r', version: 3, exportedAt: '2023-01-01T00:00:00Z' }

let count = 0
async function written(content: Content): Promise<string> {
  const plan = planSheet({
    form,
    content,
    names: {},
    openSections,
    facts: [['项目名称', '某项目']],
    note: '说明',
  })
  const origin = writeOrigin({ ...ORIGIN, base: content }, digestOf)
  count += 1
  const file = path.join(folder, `${count}.xlsx`)
  writeFileSync(file, await writeOfflineWorkbook({ plan, origin }))
  return file
}

async function itemsOf(file: string, content: Content) {
  const sheets = await parse(file)
  const back = readBack({ sheets, form, base: content, names: {}, openSections })
  const { items } = mergeThreeWay({ form, openSections, base: content, mine: content, theirs: back })
  return { items, faults: back.faults, notes: back.notes, origin: readOrigin(sheets, digestOf) }
}

test('a real file comes back without a difference, and says what it was made from', async () => {
  await fc.assert(
    fc.asyncProperty(contentOf(form), async (content) => {
      const { origin, ...rest } = await itemsOf(await written(content), content)
      expect(rest).toEqual({ items: [], faults: [], notes: [] })
      expect(origin).toEqual({ ...ORIGIN, base: content })
    }),
    { numRuns: 25 },
  )
}, 120_000)

const SMALL: Content = {
  attribute: 'new',
  indicators: [{ id: 'a', name: '新建基地', level1: 'output', value: '50' }],
}

test('cells are locked where nobody may write; choices drop down; keys and origin are hidden', async () => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(await written(SMALL))
  const [sheet] = book.worksheets
  const cellOf = (text: string) => {
    let found: ExcelJS.Cell | undefined
    sheet?.eachRow((row) => row.eachCell((cell) => (found ??= cell.value === text ? cell : undefined)))
    return found as ExcelJS.Cell
  }
  expect(cellOf('新建基地').protection).toMatchObject({ locked: false })
  expect(cellOf('三级指标').protection?.locked ?? true).toBe(true)
  expect(cellOf('产出指标').dataValidation).toMatchObject({ type: 'list' })
  // 财政审核 belongs to the finance bureau: no cell of it is open.
  expect(cellOf('规范完整性')?.protection?.locked ?? true).toBe(true)
  expect(sheet?.getColumn(cellOf('行标识（请勿改动）').col as unknown as number).hidden).toBe(true)
  expect(book.worksheets.map(({ name, state }) => `${name} ${state}`)).toEqual([
    '项目支出绩效目标申报表 visible',
    '_选项 veryHidden',
    '_绩衡 veryHidden',
  ])
})

test('a hidden sheet that was changed is noticed', async () => {
  const file = await written(SMALL)
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  const hidden = book.getWorksheet('_绩衡') as ExcelJS.Worksheet
  hidden.getCell('A3').value = String(hidden.getCell('A3').value).replace('"version":3', '"version":30')
  await book.xlsx.writeFile(file)
  expect((await itemsOf(file, SMALL)).origin).toBe('altered')
})

test('a cell edited in the file is the one difference', async () => {
  const file = await written(SMALL)
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  book.worksheets[0]?.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.value === 50) cell.value = '６０'
    }),
  )
  await book.xlsx.writeFile(file)
  expect((await itemsOf(file, SMALL)).items.map(({ key, theirs }) => [key, theirs])).toEqual([
    ['indicators/a/value', '60'],
  ])
})
