import type { DocumentBlocks } from '../../domain/documents/block.ts'
import type { PilotBlueprintContent } from '../../domain/forms/contents.ts'
import { buildBlueprintBook } from '../../documents/blueprint-book.ts'
import { findPack } from '../../storage/blueprint-repository.ts'
import type { Context } from '../kernel/context.ts'
import { documentSource, issuerName } from '../records/document-input.ts'
import type { RecordData } from '../records/record-data.ts'
import { composePack } from './compose-pack.ts'
import { collectOffer } from './offer.ts'
import { requirePack } from './read-stored.ts'

/** 《预算绩效规范管理蓝本》: once published from the pack as it was sealed, before that from what is chosen. */
export async function bookDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const { frame, raw } = await documentSource<PilotBlueprintContent>(context, data, 'blueprint-book')
  const stored = await findPack(context.db, { recordId: data.record.id })
  const issuer = await issuerName(context, data, 'publish', 'province')
  const pack = stored
    ? requirePack(stored.body).pack
    : composePack(raw, await collectOffer(context), {
        publisher: issuer,
        jurisdiction: data.record.jurisdictionId,
        publishedOn: context.today,
        hashes: context.ledger.hashes,
      })
  return buildBlueprintBook({
    frame,
    pack,
    sectors: context.library.sectors.map(({ id, title }) => ({ id, title })),
  })
}
