import type { ReportPart } from '../../../domain/evaluation/report/report.ts'
import { type FileKind, inspectFile, runGated } from '../../../storage/file-gate/index.ts'

const READER = new URL('../../../documents/report-intake/read-report.ts', import.meta.url)
const WORD_ONLY: readonly FileKind[] = ['docx']

/**
 * Paragraphs and tables of a report on disk. The file goes through the gate and is parsed in the capped
 * thread.
 * @param name name the person gave the file
 * @throws DomainError FILE_REFUSED for anything that is no readable .docx
 */
export async function readReport(file: string, name: string): Promise<readonly ReportPart[]> {
  await inspectFile(file, name, WORD_ONLY)
  return runGated<readonly ReportPart[]>(file, READER)
}

/** The running text of a report, to compare later ones with. */
export function paragraphsOf(parts: readonly ReportPart[]): string[] {
  return parts.flatMap((part) => ('paragraph' in part ? [part.paragraph] : []))
}
