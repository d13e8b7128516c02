import { writeInWorker } from '../../documents/index.ts'
import { type PackageEntry, writeZip } from '../../documents/package/write-zip.ts'
import type { DossierContents } from './collect-dossier.ts'

export type PackageProgress = {
  readonly done: number
  readonly total: number
  /** What is being written now. */
  readonly current: string
}

const FORMATS = ['docx', 'pdf'] as const

/**
 * Writes every document as Word and PDF beside the main thread, one after the other, and packs them.
 * @param report told before each file
 * @param signal ends the work before the next file
 * @throws DOMException AbortError when it was ended
 */
export async function makePackage(
  { documents, files }: DossierContents,
  report: (progress: PackageProgress) => void,
  signal: AbortSignal,
): Promise<Buffer> {
  const entries: PackageEntry[] = []
  const total = documents.length * FORMATS.length
  let done = 0
  for (const { path, blocks } of documents) {
    for (const format of FORMATS) {
      signal.throwIfAborted()
      report({ done, total, current: path })
      entries.push({ path: `${path}.${format}`, bytes: await writeInWorker(blocks, format) })
      done += 1
    }
  }
  for (const { path, text } of files) entries.push({ path, bytes: Buffer.from(text, 'utf8') })
  report({ done, total, current: '' })
  return writeZip(entries)
}
