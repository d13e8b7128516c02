import type ExcelJS from 'exceljs'
import { workbookBytes } from './shared/workbook-bytes.ts'

export type SheetColumn = {
  readonly title: string
  /** `number` cells are real numbers; everything else is text, never a formula. */
  readonly type: 'text' | 'number'
  /** Width in characters. */
  readonly width?: number
  /** Decimal places shown of a number; 2 when missing. */
  readonly places?: number
}

/** Text as people write it (`1,234.50`) is accepted in number columns; blank stays blank. */
export type SheetCell = string | number | bigint | null | undefined

export type Sheet = {
  readonly title: string
  /** Printed above the head, for example 金额单位：万元. */
  readonly unit?: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly SheetCell[])[]
}

const FONT = '宋体'
const NUMBER_TEXT = /^-?\d{1,15}(\.\d+)?$/
/** Excel's own limit of a sheet name, and the characters it refuses in one. */
const NAME_MAX = 31
const NAME_REFUSED = /[\\/?*[\]:]/g
/** XML 1.0 has no place for these; a file holding one could not be opened. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/**
 * Writes a list as a styled .xlsx: title, unit line, frozen head, filter, typed columns.
 *
 * Text is stored as text with the text format, so that `=1+1`, `+86…`, `-3`, `@name` and their
 * full-width forms stay what somebody typed: a workbook of ours never carries a formula.
 */
export async function writeXlsx(sheet: Sheet): Promise<Buffer> {
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  workbook.creator = '绩衡'
  const headRow = sheet.unit === undefined ? 2 : 3
  const worksheet = workbook.addWorksheet(sheetName(sheet.title), {
    views: [{ state: 'frozen', ySplit: headRow }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  worksheet.pageSetup.printTitlesRow = `${headRow}:${headRow}`
  writeTop(worksheet, sheet)
  writeHead(worksheet, sheet, headRow)
  for (const [index, row] of sheet.rows.entries())
    writeRow(worksheet, sheet.columns, row, headRow + 1 + index)
  worksheet.autoFilter = {
    from: { row: headRow, column: 1 },
    to: { row: headRow + sheet.rows.length, column: sheet.columns.length },
  }
  return workbookBytes(workbook)
}

function writeTop(worksheet: ExcelJS.Worksheet, sheet: Sheet): void {
  const last = sheet.columns.length
  worksheet.mergeCells(1, 1, 1, last)
  const title = worksheet.getCell(1, 1)
  title.value = plainText(sheet.title)
  title.font = { name: '黑体', size: 16 }
  title.alignment = { horizontal: 'center', vertical: 'middle' }
  worksheet.getRow(1).height = 30
  if (sheet.unit === undefined) return
  worksheet.mergeCells(2, 1, 2, last)
  const unit = worksheet.getCell(2, 1)
  unit.value = plainText(sheet.unit)
  unit.font = { name: FONT, size: 10.5 }
  unit.alignment = { horizontal: 'right' }
}

function writeHead(worksheet: ExcelJS.Worksheet, sheet: Sheet, headRow: number): void {
  for (const [index, column] of sheet.columns.entries()) {
    worksheet.getColumn(index + 1).width = column.width ?? Math.max(12, column.title.length * 2 + 4)
    const cell = worksheet.getCell(headRow, index + 1)
    cell.value = plainText(column.title)
    cell.font = { name: '黑体', size: 11 }
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEFF2' } }
    cell.border = BORDER
  }
  worksheet.getRow(headRow).height = 24
}

function writeRow(
  worksheet: ExcelJS.Worksheet,
  columns: readonly SheetColumn[],
  row: readonly SheetCell[],
  rowNumber: number,
): void {
  for (const [index, column] of columns.entries()) {
    const cell = worksheet.getCell(rowNumber, index + 1)
    const value = row[index]
    const number = column.type === 'number' ? numberOf(value) : undefined
    cell.value = number ?? plainText(value)
    cell.numFmt = number === undefined ? '@' : numberFormat(column.places ?? 2)
    cell.font = { name: FONT, size: 10.5 }
    cell.alignment = {
      horizontal: number === undefined ? 'left' : 'right',
      vertical: 'middle',
      wrapText: true,
    }
    cell.border = BORDER
  }
}

const EDGE = { style: 'thin', color: { argb: 'FF9AA0A6' } } as const
const BORDER = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE }

function numberFormat(places: number): string {
  return places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`
}

/** A figure that a double holds exactly enough to print; anything else stays text. */
function numberOf(value: SheetCell): number | undefined {
  if (value === null || value === undefined || value === '') return undefined
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  const text = value.toString().replace(/,/g, '')
  return NUMBER_TEXT.test(text) ? Number(text) : undefined
}

function plainText(value: SheetCell): string {
  return value === null || value === undefined ? '' : value.toString().replace(CONTROL, '')
}

function sheetName(title: string): string {
  const name = title
    .replace(NAME_REFUSED, ' ')
    .replace(CONTROL, '')
    .trim()
    .replace(/^'+|'+$/g, '')
  return name.slice(0, NAME_MAX) || '列表'
}
