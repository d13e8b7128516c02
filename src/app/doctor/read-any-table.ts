import { readFile } from 'node:fs/promises'
import { type DoctorTable, type ReaderNote, readTableJson } from '../../domain/doctor/index.ts'
import { DomainError } from '../../domain/shared/errors.ts'

/**
 * Reads the performance tables of a file. Only the JSON form so far.
 * @param file path on disk
 * @param _name name the person gave it
 * @throws DomainError FILE_REFUSED, INVALID_INPUT
 */
export async function readAnyTable(
  file: string,
  _name: string,
): Promise<{ readonly tables: readonly DoctorTable[]; readonly notes: readonly ReaderNote[] }> {
  return { tables: [readTableJson(parseJson(await readFile(file, 'utf8')))], notes: [] }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new DomainError('FILE_REFUSED', '文件不是完整的 JSON，请重新导出。')
  }
}
