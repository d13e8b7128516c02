import { writeFaults } from '../app/intake/index.ts'
import type { IntakeFault } from '../domain/intake/intake-fault.ts'
import { DomainError } from '../domain/shared/errors.ts'

/**
 * A refused workbook comes back with the faults in its cells: the same error with `workbook_base64`.
 * @param file the workbook on disk, past the gate
 */
export async function withMarkedWorkbook(error: unknown, file: string): Promise<unknown> {
  if (!(error instanceof DomainError)) return error
  const faults = error.details['faults'] as readonly IntakeFault[] | undefined
  if (!faults) return error
  const workbook_base64 = Buffer.from(await writeFaults(file, faults)).toString('base64')
  return new DomainError(error.code, error.message, { ...error.details, workbook_base64 })
}
