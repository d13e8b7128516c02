import ExcelJS from 'exceljs'

/** A list as a worksheet: text stays text whatever it begins with, numbers are numbers. */
export type SheetList = {
  readonly title: string
  /** Shown at the right above the header: 金额单位:万元 */
  readonly unit?: string
  readonly columns: readonly { readonly title: string; readonly type: 'text' | 'number'; readonly width: number }[]
  /** Numbers come as decimal text so that nothing is rounded on the way. */
  readonly rows: readonly (readonly string[])[]
}

const HEADER_ROW = 3

/** Writes the list as .xlsx: title, unit line, frozen header, one row per line. */
export async function writeXlsx(list: SheetList): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(list.title.slice(0, 31), { views: [{ state: 'frozen', ySplit: HEADER_ROW }] })
  sheet.columns = list.columns.map(({ width }) => ({ width }))
  sheet.mergeCells(1, 1, 1, list.columns.length)
  sheet.getCell(1, 1).value = list.title
  sheet.getCell(1, 1).font = { name: '黑体', size: 16 }
  sheet.getCell(1, 1).alignment = { horizontal: 'center' }
  sheet.mergeCells(2, 1, 2, list.columns.length)
  sheet.getCell(2, 1).value = list.unit ?? ''
  sheet.getCell(2, 1).alignment = { horizontal: 'right' }
  list.columns.forEach(({ title }, index) => {
    const cell = sheet.getCell(HEADER_ROW, index + 1)
    cell.value = title
    cell.font = { bold: true }
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    cell.border = THIN
  })
  list.rows.forEach((row, line) => {
    list.columns.forEach(({ type }, index) => {
      const cell = sheet.getCell(HEADER_ROW + 1 + line, index + 1)
      const text = row[index] ?? ''
      if (type === 'number' && text !== '') {
        cell.value = Number(text.replaceAll(',', ''))
        cell.numFmt = '#,##0.00'
      } else {
        // A string value is written as a string cell: `=1+1` stays what was typed.
        cell.value = text
        cell.numFmt = '@'
      }
      cell.border = THIN
    })
  })
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

const LINE = { style: 'thin' } as const
const THIN = { top: LINE, left: LINE, bottom: LINE, right: LINE }
