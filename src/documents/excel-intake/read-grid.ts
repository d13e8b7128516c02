import ExcelJS from 'exceljs'
import { DomainError } from '../../domain/shared/errors.ts'

/** The cells of one sheet as people see them; merged cells repeat their text. */
export type Grid = { readonly sheet: string; readonly rows: readonly (readonly string[])[] }

const MAX_ROWS = 2000
const MAX_COLUMNS = 60

/**
 * Runs in the gated worker: opens a workbook that has passed the gate and returns its sheets as text.
 * @throws DomainError FILE_REFUSED when it is no readable workbook
 */
export async function parse(file: string): Promise<Grid[]> {
  const workbook = new ExcelJS.Workbook()
  try {
    await workbook.xlsx.readFile(file)
  } catch {
    throw new DomainError(
      'FILE_REFUSED',
      '这个文件不是可读的 Excel 工作簿，请用 WPS 或 Excel 另存为 .xlsx 后再试。',
    )
  }
  return workbook.worksheets.map((sheet) => ({
    sheet: sheet.name,
    rows: Array.from({ length: Math.min(sheet.rowCount, MAX_ROWS) }, (_, row) =>
      Array.from({ length: Math.min(sheet.columnCount, MAX_COLUMNS) }, (_, column) =>
        textOf(sheet.getCell(row + 1, column + 1)),
      ),
    ),
  }))
}

/** What the cell shows: a formula's result, rich text joined, a date as a day, a rate as percent. */
function textOf(cell: ExcelJS.Cell): string {
  const { value } = cell.isMerged ? cell.master : cell
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'number')
    return /%/.test(cell.numFmt ?? '') ? `${Number((value * 100).toFixed(6))}%` : String(value)
  if (typeof value !== 'object') return String(value).trim()
  if ('richText' in value)
    return value.richText
      .map(({ text }) => text)
      .join('')
      .trim()
  if ('result' in value) return String(value.result ?? '').trim()
  if ('text' in value) return String(value.text).trim()
  return ''
}
