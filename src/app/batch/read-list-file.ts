import type { ReadSheet } from '../../domain/offline/workbook.ts'
import { inspectFile, runGated } from '../../storage/file-gate/index.ts'

const READERS = {
  xlsx: new URL('../../documents/excel-intake/read-plain-sheets.ts', import.meta.url),
  csv: new URL('../../documents/excel-intake/read-plain-csv.ts', import.meta.url),
} as const

/**
 * A list as .xlsx or .csv (UTF-8 or GB18030), read behind the gate.
 * @throws DomainError FILE_REFUSED
 */
export async function readListFile(file: string, name: string): Promise<ReadSheet[]> {
  const { kind } = await inspectFile(file, name, ['xlsx', 'csv'])
  return runGated<ReadSheet[]>(file, kind === 'csv' ? READERS.csv : READERS.xlsx)
}
