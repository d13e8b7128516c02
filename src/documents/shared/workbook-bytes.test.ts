import { globSync, readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { writeXlsx } from '../write-xlsx.ts'
import { workbookBytes } from './workbook-bytes.ts'

/** Wherever a piece ends, one of these characters lies across it: every other text begins at an odd place. */
const NAMES = Array.from({ length: 600 }, (_, n) => `${'甲'.repeat(n % 2)}${'𠮷'.repeat(60)}${n}`)

async function firstColumn(file: Uint8Array, from: number): Promise<unknown[]> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(file as unknown as ArrayBuffer)
  const sheet = workbook.worksheets[0]
  return NAMES.map((_, index) => sheet?.getCell(from + index, 1).value)
}

test('rare characters of names come back whole from a long sheet', async () => {
  const columns = [{ title: '姓名', type: 'text' }] as const
  const file = await writeXlsx({ title: '名单', columns, rows: NAMES.map((name) => [name]) })
  expect(await firstColumn(file, 3)).toEqual(NAMES)
})

test('a workbook is written as often as it is asked for, pictures as they are', async () => {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('名单')
  for (const name of NAMES) sheet.addRow([name])
  const dot =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  sheet.addImage(workbook.addImage({ base64: dot, extension: 'png' }), 'C1:C2')
  await workbookBytes(workbook)
  const file = await workbookBytes(workbook)
  expect(await firstColumn(file, 1)).toEqual(NAMES)
  const again = new ExcelJS.Workbook()
  await again.xlsx.load(file as unknown as ArrayBuffer)
  expect(Buffer.from(again.getImage(0).buffer as never).toString('base64')).toBe(dot)
})

test('no writer of ours packs a workbook by itself', () => {
  const own = globSync('src/**/*.ts').filter((path) => !/\.(test|fixture)\.ts$|workbook-bytes/.test(path))
  expect(own.length).toBeGreaterThan(1000)
  expect(own.filter((path) => readFileSync(path, 'utf8').includes('.xlsx.write'))).toEqual([])
})
