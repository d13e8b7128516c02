import { readFile } from 'node:fs/promises'
import type { ReadSheet } from '../../domain/offline/workbook.ts'
import { inspectFile } from '../../storage/file-gate/index.ts'
import { readListFile } from '../batch/index.ts'

/**
 * A file of exchange tables: .xlsx, .csv, or .jsonl, whose lines become one sheet of lines.
 * @throws DomainError FILE_REFUSED
 */
export async function readExchangeFile(file: string, name: string): Promise<ReadSheet[]> {
  if (!/\.jsonl$/i.test(name)) return readListFile(file, name)
  await inspectFile(file, name.replace(/\.jsonl$/i, '.txt'), ['txt'])
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '')
  return [{ name: 'JSON Lines', rows: lines.map((line) => [line]), merges: [] }]
}
