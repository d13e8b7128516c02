import { createHash } from 'node:crypto'
import type { DocumentBlocks } from '../../domain/documents/block.ts'
import type { TargetsSheetContent } from '../../domain/forms/contents.ts'
import { writeInWorker } from '../../documents/index.ts'
import { findAttachment } from '../../storage/attachment-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordData } from '../records/record-data.ts'

/** A document of a record, as its behaviour prints it. */
type Build = (context: Context, data: RecordData) => Promise<DocumentBlocks>

/**
 * Whether the file given as published is the PDF of one of the record's official documents: digest against
 * digest, for a PDF is printed to the same bytes every time.
 * @param builders what prints them
 * @returns nothing when no file is given
 */
export async function isOfficialFile(
  context: Context,
  data: RecordData,
  builders: readonly Build[],
): Promise<boolean | undefined> {
  const [id] = (data.content as TargetsSheetContent).disclosedFile ?? []
  const file = id === undefined ? undefined : await findAttachment(context.db, id)
  if (!file) return undefined
  for (const build of builders) {
    const printed = await writeInWorker(await build(context, data), 'pdf')
    if (createHash('sha256').update(printed).digest('hex') === file.sha256) return true
  }
  return false
}
