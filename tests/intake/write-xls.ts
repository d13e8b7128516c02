import * as CFB from 'cfb'
import type { PrintedForm } from './printed-form.ts'

type Cell = { readonly row: number; readonly column: number; readonly text: string }

/** Cell formats of the written file: 0 General, then percentages by their decimals. */
const PERCENT = ['0%', '0.0%', '0.00%', '0.000%']

/** The form as an .xls workbook (Excel 97), record by record: labels, numbers, percentages, merges, hidden parts. */
export function toXls(form: PrintedForm): Uint8Array {
  const sheet = sheetRecords(form)
  const name = text(form.sheet, 1)
  const globalsSize = (position: number) =>
    Buffer.concat([
      record(0x0809, u16(0x0600, 0x0005, 0, 0, 0, 0, 0, 0)),
      ...PERCENT.map((code, index) => record(0x041e, u16(164 + index), text(code, 2))),
      record(0x00e0, u16(0, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
      ...PERCENT.map((_, index) => record(0x00e0, u16(0, 164 + index, 0, 0, 0, 0, 0, 0, 0, 0))),
      record(0x0085, u32(position), Buffer.from([0, 0]), name),
      record(0x000a),
    ])
  const globals = globalsSize(globalsSize(0).length)
  const book = CFB.utils.cfb_new()
  CFB.utils.cfb_add(book, '/Workbook', Buffer.concat([globals, sheet]))
  return new Uint8Array(CFB.write(book, { type: 'buffer' }) as Buffer)
}

function sheetRecords(form: PrintedForm): Buffer {
  const cells = form.rows.flatMap((row, at) =>
    row.flatMap((content, column) => (content === '' ? [] : [{ row: at, column, text: content }])),
  )
  return Buffer.concat([
    record(0x0809, u16(0x0600, 0x0010, 0, 0, 0, 0, 0, 0)),
    ...form.hiddenColumns.map((column) => record(0x007d, u16(column, column, 2048, 0, 1, 0))),
    ...form.hiddenRows.map((row) => record(0x0208, u16(row, 0, 20, 255, 0, 0, 0x20, 0))),
    ...cells.map(cellRecord),
    ...form.merges.map(([top, left, bottom, right]) => record(0x00e5, u16(1, top, bottom, left, right))),
    record(0x000a),
  ])
}

function cellRecord(cell: Cell): Buffer {
  const percent = /^(\d+(?:\.(\d{1,3}))?)%$/.exec(cell.text)
  if (percent)
    return number(cell, Number((Number(percent[1]) / 100).toFixed(8)), 1 + (percent[2]?.length ?? 0))
  if (/^(0|[1-9]\d*)(\.\d*[1-9])?$/.test(cell.text)) return number(cell, Number(cell.text), 0)
  return record(0x0204, u16(cell.row, cell.column, 0), text(cell.text, 2))
}

function number({ row, column }: Cell, value: number, format: number): Buffer {
  const body = Buffer.alloc(8)
  body.writeDoubleLE(value)
  return record(0x0203, u16(row, column, format), body)
}

function text(content: string, lengthBytes: 1 | 2): Buffer {
  const length = Buffer.alloc(lengthBytes)
  length.writeUIntLE(content.length, 0, lengthBytes)
  return Buffer.concat([length, Buffer.from([1]), Buffer.from(content, 'utf16le')])
}

function record(id: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([u16(id, body.length), body])
}

function u16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, index * 2)
  return bytes
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
