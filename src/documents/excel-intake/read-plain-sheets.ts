import { readFile } from 'node:fs/promises'
import { type CellValue, HucreError, readXlsx, type Sheet } from 'hucre'
import type { ReadSheet } from '../../domain/offline/workbook.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { READ_RANGE } from '../table-intake/read-sheets.ts'
import { marksOf } from '../table-intake/sheet-grids.ts'
import { shownText } from '../table-intake/shown-text.ts'

/**
 * Runs in the gated thread: every sheet of a workbook, hidden ones too, as plain text. Texts are kept as
 * they stand; a number counts with all the digits that are stored.
 * @throws DomainError FILE_REFUSED when it is no readable workbook
 */
export async function parse(file: string): Promise<ReadSheet[]> {
  const bytes = new Uint8Array(await readFile(file))
  const workbook = await readXlsx(bytes, { readStyles: true, range: READ_RANGE }).catch((error: unknown) => {
    if (!(error instanceof HucreError)) throw error
    throw new DomainError(
      'FILE_REFUSED',
      '这个文件不是可读的 Excel 工作簿，请用 WPS 或 Excel 另存为 .xlsx 后再试。',
    )
  })
  return workbook.sheets.map(plainSheet)
}

function plainSheet(sheet: Sheet): ReadSheet {
  const marks = marksOf(sheet)
  const text = (value: CellValue | undefined, row: number, column: number) => {
    if (typeof value === 'string') return value.replace(/\r\n?/g, '\n')
    const { text: shown } = shownText(value, marks.formatOf(row, column))
    return typeof value === 'number' && !shown.endsWith('%') ? storedNumber(value) : shown
  }
  return {
    name: sheet.name,
    rows: sheet.rows.map((values, row) => Array.from(values, (value, column) => text(value, row, column))),
    merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      top: startRow,
      left: startCol,
      bottom: endRow,
      right: endCol,
    })),
  }
}

/** All the digits a spreadsheet program keeps: fifteen. */
function storedNumber(value: number): string {
  return String(Number(value.toPrecision(15)))
}
