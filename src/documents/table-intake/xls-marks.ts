import * as CFB from 'cfb'
import { DomainError } from '../../domain/shared/errors.ts'
import type { SheetMarks } from './sheet-grids.ts'

/** Records of the .xls stream that say how a cell is shown; the values themselves the library reads. */
const RECORD = {
  formula: 0x0006,
  eof: 0x000a,
  filePass: 0x002f,
  columnInfo: 0x007d,
  boundSheet: 0x0085,
  multipleRk: 0x00bd,
  cellFormat: 0x00e0,
  number: 0x0203,
  row: 0x0208,
  rk: 0x027e,
  numberFormat: 0x041e,
} as const

/** Number formats that have a number instead of a code; days are the library's. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
  31: 'yyyy"年"m"月"d"日"',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  41: '#,##0',
  43: '#,##0.00',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

/**
 * Formats, formulas and hidden parts of every sheet of an .xls workbook, in the order of its sheets.
 * @throws DomainError FILE_REFUSED for a workbook with a password, which cannot be read at all
 */
export function readXlsMarks(bytes: Uint8Array): SheetMarks[] {
  const container = CFB.read(Buffer.from(bytes), { type: 'buffer' })
  const entry = CFB.find(container, '/Workbook') ?? CFB.find(container, '/Book')
  if (!entry) return []
  const stream = Buffer.from(entry.content as Uint8Array)
  const formats = new Map<number, string>()
  const formatIds: number[] = []
  const sheets: { readonly at: number; readonly isHidden: boolean }[] = []
  for (const { id, at, size } of records(stream, 0)) {
    if (id === RECORD.filePass) throw new DomainError('FILE_REFUSED', '文件带有密码。请去掉密码后再检查。')
    if (id === RECORD.numberFormat) formats.set(stream.readUInt16LE(at), formatCode(stream, at, size))
    if (id === RECORD.cellFormat) formatIds.push(stream.readUInt16LE(at + 2))
    if (id === RECORD.boundSheet)
      sheets.push({ at: stream.readUInt32LE(at), isHidden: ((stream[at + 4] ?? 0) & 3) !== 0 })
  }
  const codeOf = (format: number) => {
    const id = formatIds[format] ?? 0
    return formats.get(id) ?? BUILT_IN[id]
  }
  return sheets.map(({ at, isHidden }) => readSheetMarks(stream, at, isHidden, codeOf))
}

type XlsRecord = { readonly id: number; readonly at: number; readonly size: number }

/** The records of one part of the stream, up to its end mark; a cut-off record ends it. */
function* records(stream: Buffer, from: number): Generator<XlsRecord> {
  for (let at = from; at + 4 <= stream.length; ) {
    const id = stream.readUInt16LE(at)
    const size = stream.readUInt16LE(at + 2)
    if (at + 4 + size > stream.length) return
    yield { id, at: at + 4, size }
    if (id === RECORD.eof) return
    at += 4 + size
  }
}

function formatCode(stream: Buffer, at: number, size: number): string {
  const isWide = ((stream[at + 4] ?? 0) & 1) === 1
  return stream.toString(isWide ? 'utf16le' : 'latin1', at + 5, at + size)
}

function readSheetMarks(
  stream: Buffer,
  from: number,
  isHidden: boolean,
  codeOf: (format: number) => string | undefined,
): SheetMarks {
  const formats = new Map<string, string>()
  const formulas = new Set<string>()
  const hiddenRows: number[] = []
  const hiddenColumns: number[] = []
  const mark = (row: number, column: number, format: number) => {
    const code = codeOf(format)
    if (code !== undefined) formats.set(`${row},${column}`, code)
  }
  for (const { id, at, size } of records(stream, from)) {
    if (size < 6) continue
    const [first, second, third] = [0, 2, 4].map((offset) => stream.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    if (id === RECORD.number || id === RECORD.rk || id === RECORD.formula) mark(first, second, third)
    if (id === RECORD.formula) formulas.add(`${first},${second}`)
    if (id === RECORD.multipleRk)
      for (let offset = 4; offset + 8 <= size; offset += 6)
        mark(first, second + (offset - 4) / 6, stream.readUInt16LE(at + offset))
    if (id === RECORD.row && size >= 14 && (stream.readUInt16LE(at + 12) & 0x20) !== 0) hiddenRows.push(first)
    if (id === RECORD.columnInfo && size >= 10 && (stream.readUInt16LE(at + 8) & 1) !== 0)
      for (let column = first; column <= Math.min(second, 255); column += 1) hiddenColumns.push(column)
  }
  return {
    formatOf: (row, column) => formats.get(`${row},${column}`),
    isFormula: (row, column) => formulas.has(`${row},${column}`),
    hiddenRows,
    hiddenColumns,
    isHidden,
  }
}
