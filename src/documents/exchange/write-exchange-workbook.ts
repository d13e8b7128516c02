import type ExcelJS from 'exceljs'
import type { NamedRows } from '../../domain/exchange/text-formats.ts'
import { cellString } from '../shared/cell-string.ts'

/** A sheet a table: the Chinese meaning on top, the names of the columns in a hidden second row, text only. */
export async function writeExchangeWorkbook(tables: readonly NamedRows[], profile: string): Promise<Buffer> {
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  workbook.creator = '绩衡'
  workbook.title = profile
  // The bytes depend on the rows alone.
  workbook.created = new Date(Date.UTC(2000, 0, 1))
  workbook.modified = workbook.created
  for (const { table, rows } of tables) writeTable(workbook.addWorksheet(table.table), table.columns, rows)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function writeTable(
  sheet: ExcelJS.Worksheet,
  columns: NamedRows['table']['columns'],
  rows: NamedRows['rows'],
): void {
  sheet.addRow(columns.map(({ title }) => title)).font = { name: '黑体', size: 11 }
  sheet.addRow(columns.map(({ column }) => column)).hidden = true
  for (const row of rows) sheet.addRow(row.map((text) => (text === '' ? null : cellString(text))))
  columns.forEach(({ title }, index) => {
    const column = sheet.getColumn(index + 1)
    column.width = Math.max(12, title.length * 2 + 4)
    column.numFmt = '@'
  })
  sheet.views = [{ state: 'frozen', ySplit: 2 }]
}
