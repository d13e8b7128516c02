import type { DoctorTable } from '../../domain/doctor/index.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { readAnyTable } from '../doctor/index.ts'

/**
 * Reads a performance table from a file on disk, to be taken over into a record. Every kind of file
 * that the table doctor reads will do; of several tables the first with indicators is taken.
 * @throws DomainError FILE_REFUSED, INVALID_INPUT
 */
export async function readTable(file: string, name: string): Promise<DoctorTable> {
  const { tables } = await readAnyTable(file, name)
  const table = tables.find(({ indicators }) => indicators.length > 0)
  if (table) return table
  throw new DomainError(
    'FILE_REFUSED',
    '文件里没有找到绩效指标表（应有“三级指标”“指标值”两个表头），请核对文件。',
  )
}
