import { writeFaults } from '../app/intake/index.ts'
import type { IntakeFault } from '../domain/intake/intake-fault.ts'
import { DomainError } from '../domain/shared/errors.ts'
import type { UploadedFile } from './uploaded-file.ts'

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

/** Does something with an uploaded file; when it is refused for its cells, the file comes back marked. */
export async function markingFaults<T>({ file, name }: UploadedFile, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    throw name.endsWith('.xlsx') ? await withMarkedWorkbook(error, file) : error
  }
}
