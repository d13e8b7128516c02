import type { IntakeFault } from '../../domain/intake/intake-fault.ts'
import { runGated } from '../../storage/file-gate/index.ts'

const WRITER = new URL('../../documents/excel-intake/write-faults.ts', import.meta.url)

/**
 * The same workbook with each fault in its cell. A file somebody sent is opened only in the capped
 * thread, also the second time.
 * @param file an .xlsx that has passed the gate
 * @throws DomainError FILE_REFUSED
 */
export function writeFaults(file: string, faults: readonly IntakeFault[]): Promise<Uint8Array> {
  return runGated<Uint8Array>(file, WRITER, faults)
}
