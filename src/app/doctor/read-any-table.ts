import { readFile } from 'node:fs/promises'
import type { ReadResult } from '../../domain/doctor/read/read-result.ts'
import { readTableJson } from '../../domain/doctor/read/read-table-json.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import {
  type FileKind,
  type GateLimits,
  inspectFile,
  runGated,
  TABLE_FILE_KINDS,
} from '../../storage/file-gate/index.ts'

const READERS: Readonly<Partial<Record<FileKind, URL>>> = {
  xlsx: new URL('../../documents/table-intake/read-xlsx.ts', import.meta.url),
  xls: new URL('../../documents/table-intake/read-xls.ts', import.meta.url),
  docx: new URL('../../documents/table-intake/read-docx.ts', import.meta.url),
  csv: new URL('../../documents/table-intake/read-csv.ts', import.meta.url),
  txt: new URL('../../documents/table-intake/read-csv.ts', import.meta.url),
}

/**
 * Reads the performance tables of any file an office has: workbook (.xlsx, .xls), Word table (.docx),
 * separated or pasted text (.csv, .txt), or the JSON form. Everything goes through the file gate and,
 * but for JSON, is parsed in the capped thread.
 * @param file path on disk
 * @param name name the person gave it
 * @param limits smaller limits than the gate's own, for a caller that reads many files
 * @returns the tables, possibly none, and notes on what could not be read
 * @throws DomainError FILE_REFUSED, INVALID_INPUT
 */
export async function readAnyTable(file: string, name: string, limits: GateLimits = {}): Promise<ReadResult> {
  const { kind } = await inspectFile(file, name, TABLE_FILE_KINDS)
  const reader = READERS[kind]
  if (reader) return runGated<ReadResult>(file, reader, undefined, limits)
  return { tables: [readTableJson(parseJson(await readFile(file, 'utf8')))], notes: [] }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new DomainError('FILE_REFUSED', '文件不是完整的 JSON，请重新导出。')
  }
}
