import { readFile } from 'node:fs/promises'
import { HucreError, readXls } from 'hucre'
import type { ReadResult } from '../../domain/doctor/read/read-result.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { readSheets } from './read-sheets.ts'
import { marksOf, toGrid } from './sheet-grids.ts'
import { readXlsMarks } from './xls-marks.ts'

/**
 * Runs in the gated worker: reads every performance table of an .xls workbook that has passed the gate.
 * @throws DomainError FILE_REFUSED when it is older than Excel 97, has a password or is damaged
 */
export async function parse(file: string): Promise<ReadResult> {
  const bytes = new Uint8Array(await readFile(file))
  const marks = readXlsMarks(bytes)
  const workbook = await readXls(bytes).catch((error: unknown) => {
    if (!(error instanceof HucreError)) throw error
    throw new DomainError(
      'FILE_REFUSED',
      '这个 .xls 文件读不出来(可能已损坏，或是很旧的格式)。请用 WPS 或 Excel 打开并另存为 .xlsx 后再试。',
    )
  })
  return readSheets(workbook.sheets.map((sheet, index) => toGrid(sheet, marks[index] ?? marksOf(sheet))))
}
