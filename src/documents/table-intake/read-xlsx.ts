import { readFile } from 'node:fs/promises'
import { HucreError, readXlsx } from 'hucre'
import type { ReadResult } from '../../domain/doctor/read/read-result.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { READ_RANGE, readSheets } from './read-sheets.ts'
import { marksOf, toGrid } from './sheet-grids.ts'

/**
 * Runs in the gated worker: reads every performance table of a workbook that has passed the gate.
 * Formulas are never computed: what counts is the result stored with them.
 * @throws DomainError FILE_REFUSED when it is no readable workbook
 */
export async function parse(file: string): Promise<ReadResult> {
  const bytes = new Uint8Array(await readFile(file))
  const workbook = await readXlsx(bytes, { readStyles: true, range: READ_RANGE }).catch((error: unknown) => {
    if (error instanceof HucreError) throw unreadable()
    throw error
  })
  return readSheets(workbook.sheets.map((sheet) => toGrid(sheet, marksOf(sheet))))
}

function unreadable(): DomainError {
  return new DomainError(
    'FILE_REFUSED',
    '这个文件不是可读的 Excel 工作簿，请用 WPS 或 Excel 另存为 .xlsx 后再试。',
  )
}
