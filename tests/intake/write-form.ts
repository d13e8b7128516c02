import * as docx from 'docx'
import ExcelJS from 'exceljs'
import type { PrintedForm } from './printed-form.ts'

/** The form as an .xlsx workbook; figures are written as numbers where a person would type them so. */
export async function toXlsx(form: PrintedForm, areNumbers = false): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(form.sheet)
  for (const [at, row] of form.rows.entries())
    for (const [column, text] of row.entries()) {
      if (text === '') continue
      const cell = sheet.getCell(at + 1, column + 1)
      const percent = areNumbers ? /^(\d+(?:\.(\d+))?)%$/.exec(text) : null
      if (percent) {
        cell.value = Number((Number(percent[1]) / 100).toFixed(8))
        cell.numFmt = `0${percent[2] ? `.${'0'.repeat(percent[2].length)}` : ''}%`
      } else if (areNumbers && /^(0|[1-9]\d*)(\.\d*[1-9])?$/.test(text)) cell.value = Number(text)
      else cell.value = text
    }
  for (const [top, left, bottom, right] of form.merges)
    sheet.mergeCells(top + 1, left + 1, bottom + 1, right + 1)
  for (const column of form.hiddenColumns) sheet.getColumn(column + 1).hidden = true
  for (const row of form.hiddenRows) sheet.getRow(row + 1).hidden = true
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** The form as a Word table between two paragraphs. */
export async function toDocx(form: PrintedForm): Promise<Uint8Array> {
  const width = Math.max(...form.rows.map((row) => row.length))
  const startsAt = new Map(form.merges.map((merge) => [`${merge[0]},${merge[1]}`, merge]))
  const isCovered = (row: number, column: number) =>
    form.merges.some(
      ([top, left, bottom, right]) =>
        row >= top && row <= bottom && column >= left && column <= right && !(row === top && column === left),
    )
  const rows = form.rows.map((row, at) => {
    const cells: docx.TableCell[] = []
    for (let column = 0; column < width; column += 1) {
      if (isCovered(at, column)) continue
      const merge = startsAt.get(`${at},${column}`)
      cells.push(
        new docx.TableCell({
          children: [new docx.Paragraph(row[column] ?? '')],
          ...(merge && merge[3] > merge[1] ? { columnSpan: merge[3] - merge[1] + 1 } : {}),
          ...(merge && merge[2] > merge[0] ? { rowSpan: merge[2] - merge[0] + 1 } : {}),
        }),
      )
    }
    return new docx.TableRow({ children: cells })
  })
  const document = new docx.Document({
    sections: [
      { children: [new docx.Paragraph('附件'), new docx.Table({ rows }), new docx.Paragraph('表后说明。')] },
    ],
  })
  return new Uint8Array(await docx.Packer.toBuffer(document))
}

/** The form as separated text; merges are lost, as when saved from a spreadsheet program. */
export function toSeparated(form: PrintedForm, separator: ',' | '\t' | ';'): string {
  const quote = (text: string) =>
    text.includes(separator) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  return form.rows.map((row) => row.map(quote).join(separator)).join('\r\n')
}
