import type ExcelJS from 'exceljs'

/** XML has no place for control characters; a file holding one could not be opened. */
const CONTROL = /(?![\n\t])\p{Cc}/gu
const TEXT_MAX = 32_000

/** Text as text: never a formula, never longer than a cell may be. */
export function plainText(text: string | null | undefined): string {
  return (text ?? '').replace(CONTROL, '').slice(0, TEXT_MAX)
}

export type PlainColumn = { readonly title: string; readonly width: number }

/** Adds a list with a head that stays in view; every cell is text. */
export function addPlainSheet(
  workbook: ExcelJS.Workbook,
  name: string,
  columns: readonly PlainColumn[],
  rows: readonly (readonly (string | null)[])[],
): ExcelJS.Worksheet {
  const sheet = workbook.addWorksheet(freeName(workbook, name), { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(({ width }) => ({ width }))
  const head = sheet.addRow(columns.map(({ title }) => title))
  head.font = { bold: true }
  for (const row of rows) {
    const added = sheet.addRow(row.map(plainText))
    added.alignment = { wrapText: true, vertical: 'top' }
    added.numFmt = '@'
  }
  return sheet
}

/** A name the workbook does not have yet: a checked copy may be checked again. */
function freeName(workbook: ExcelJS.Workbook, name: string): string {
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? name : `${name}(${count})`
    if (!workbook.getWorksheet(candidate)) return candidate
  }
}
