import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { writeXlsx } from './write-xlsx.ts'

const sheet = {
  title: '2023年项目列表',
  unit: '金额单位：万元',
  columns: [
    { title: '项目名称', type: 'text', width: 40 },
    { title: '年度预算', type: 'number' },
  ],
} as const

async function sheetXml(file: Buffer): Promise<string> {
  const zip = await JSZip.loadAsync(file)
  return zip.file('xl/worksheets/sheet1.xml')!.async('string')
}

test.each([
  '=1+1',
  '+8613800000000',
  '-3',
  '@SUM(A1)',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  '=HYPERLINK("http://x","y")',
])('text %s stays text and never becomes a formula', async (text) => {
  const file = await writeXlsx({ ...sheet, rows: [[text, text]] })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(file as unknown as ArrayBuffer)
  const cell = workbook.worksheets[0]!.getCell(4, 1)
  expect(cell.value).toBe(text)
  expect(cell.numFmt).toBe('@')
  expect(await sheetXml(file)).not.toMatch(/<f[ >]/)
})

test('figures are numbers with their unit line above, and blanks stay blank', async () => {
  const file = await writeXlsx({
    ...sheet,
    rows: [
      ['甲', '1,234.50'],
      ['乙', 500],
      ['丙', 12n],
      ['丁', null],
      ['戊', '不适用'],
    ],
  })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(file as unknown as ArrayBuffer)
  const page = workbook.worksheets[0]!
  expect(page.getCell(1, 1).value).toBe('2023年项目列表')
  expect(page.getCell(2, 1).value).toBe('金额单位：万元')
  expect([4, 5, 6, 7, 8].map((row) => page.getCell(row, 2).value)).toEqual([1234.5, 500, 12, '', '不适用'])
  expect(page.getCell(4, 2).numFmt).toBe('#,##0.00')
  expect(page.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 })
})

test('names and texts that Excel refuses are made harmless', async () => {
  const file = await writeXlsx({
    title: '[甲/乙]:*?',
    columns: sheet.columns,
    rows: [['坏\u0000字\u001f符', 1]],
  })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(file as unknown as ArrayBuffer)
  expect(workbook.worksheets[0]!.name).toBe('甲 乙')
  expect(workbook.worksheets[0]!.getCell(3, 1).value).toBe('坏字符')
})
