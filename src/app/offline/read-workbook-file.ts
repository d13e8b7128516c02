import type { ReadSheet } from '../../domain/offline/workbook.ts'
import { inspectFile, runGated } from '../../storage/file-gate/index.ts'

const READER = new URL('../../documents/excel-intake/read-plain-sheets.ts', import.meta.url)

/**
 * Every sheet of a workbook somebody brings back, read behind the gate.
 * @throws DomainError FILE_REFUSED
 */
export async function readWorkbookFile(file: string, name: string): Promise<ReadSheet[]> {
  await inspectFile(file, name, ['xlsx'])
  return runGated<ReadSheet[]>(file, READER)
}
