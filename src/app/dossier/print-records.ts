import type { DocumentBlocks } from '../../domain/documents/block.ts'
import type { DocumentOffer } from '../../domain/workflow/record-kind.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'
import type { RecordData } from '../records/record-data.ts'

/** A document that an act made official, as blocks ready for any writer. */
export type OfficialDocument = {
  readonly recordId: string
  readonly offer: DocumentOffer
  readonly blocks: DocumentBlocks
}

/** The official documents of one record; those whose act has not been done are not made yet. */
export async function officialDocuments(
  context: Context,
  data: RecordData,
  behaviours: ReadonlyMap<string, RecordBehaviour>,
): Promise<OfficialDocument[]> {
  const made: OfficialDocument[] = []
  for (const offer of data.kind.documents) {
    const build = behaviours.get(data.kind.kind)?.documents?.[offer.document]
    const isOfficial = offer.frozenBy && data.acts.some(({ action }) => action === offer.frozenBy)
    if (!build || !isOfficial) continue
    made.push({ recordId: data.record.id, offer, blocks: await build(context, data) })
  }
  return made
}
