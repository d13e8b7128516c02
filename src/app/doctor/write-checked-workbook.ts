import {
  type DoctorWorkbookInput,
  writeDoctorWorkbook,
} from '../../documents/doctor/write-doctor-workbook.ts'
import { inspectFile, runGated, TABLE_FILE_KINDS } from '../../storage/file-gate/index.ts'

const WRITER = new URL('../../documents/doctor/write-doctor-workbook.ts', import.meta.url)

/**
 * The findings as a workbook: in a copy of an .xlsx source, or beside the table as it was read.
 * A source is opened again only behind the gate, in the capped thread.
 * @param source the file the tables were read from, with the name the person gave it
 * @throws DomainError FILE_REFUSED when the source may not be opened
 */
export async function writeCheckedWorkbook(
  input: DoctorWorkbookInput,
  source?: { readonly file: string; readonly name: string },
): Promise<Uint8Array> {
  if (!source) return writeDoctorWorkbook(input)
  const { kind } = await inspectFile(source.file, source.name, TABLE_FILE_KINDS)
  return kind === 'xlsx' ? runGated<Uint8Array>(source.file, WRITER, input) : writeDoctorWorkbook(input)
}
