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
  const sheet = workbook.addWorksheet(freeName(workbook, name), {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  sheet.columns = columns.map(({ width }) => ({ width }))
  addPlainRow(
    sheet,
    columns.map(({ title }) => title),
    true,
  )
  for (const row of rows) addPlainRow(sheet, row)
  return sheet
}

const LINE = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const
const HEAD = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } } as const

/** One line of text cells, framed; a head is bold on grey. */
export function addPlainRow(
  sheet: ExcelJS.Worksheet,
  texts: readonly (string | null)[],
  isHead = false,
): ExcelJS.Row {
  const row = sheet.addRow(texts.map(plainText))
  row.eachCell({ includeEmpty: true }, (cell) => {
    cell.style = {
      alignment: { wrapText: true, vertical: 'top' },
      numFmt: '@',
      border: { top: LINE, left: LINE, bottom: LINE, right: LINE },
      ...(isHead ? { font: { bold: true }, fill: HEAD } : {}),
    }
  })
  return row
}

/** A name the workbook does not have yet: a checked copy may be checked again. */
function freeName(workbook: ExcelJS.Workbook, name: string): string {
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? name : `${name}(${count})`
    if (!workbook.getWorksheet(candidate)) return candidate
  }
}
