import { cellString } from './shared/cell-string.ts'
import { workbookBytes } from './shared/workbook-bytes.ts'

const WIDTHS = [12, 20, 12, 60, 10]

/** 评分指标体系 as a plain workbook to be changed and loaded again: first row the heads, texts as texts. */
export async function writeRubricWorkbook(
  title: string,
  rows: readonly (readonly string[])[],
): Promise<Buffer> {
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  workbook.creator = '绩衡'
  const sheet = workbook.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = WIDTHS.map((width) => ({ width }))
  for (const row of rows) sheet.addRow(row.map(cellString))
  sheet.getRow(1).font = { bold: true }
  sheet.getColumn(4).alignment = { wrapText: true, vertical: 'top' }
  return workbookBytes(workbook)
}
