import type { DocumentBlocks } from '../../domain/documents/block.ts'
import type { PilotAcceptanceContent } from '../../domain/forms/contents.ts'
import { buildAcceptanceDefects } from '../../documents/acceptance-defects.ts'
import { buildAcceptanceOpinion, buildAcceptanceRefusal } from '../../documents/acceptance-opinion.ts'
import { findOrganisations } from '../../storage/organisation-repository.ts'
import type { Context } from '../kernel/context.ts'
import { documentSource, issuerName, letterHead } from '../records/document-input.ts'
import type { RecordData } from '../records/record-data.ts'
import { jurisdictionName } from './pilot-documents.ts'

/** 试点验收意见: the province to the bureau of the place. */
export async function acceptanceDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  return buildAcceptanceOpinion(await letterOf(context, data, 'acceptance-opinion', 'accept'))
}

/** 试点验收不合格意见. */
export async function acceptanceRefusalDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  return buildAcceptanceRefusal(await letterOf(context, data, 'acceptance-refusal', 'refuse'))
}

/** 试点验收补正通知: what is to be corrected until when. */
export async function acceptanceDefectsDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  return buildAcceptanceDefects(await letterOf(context, data, 'acceptance-defects', 'return'))
}

async function letterOf(context: Context, data: RecordData, document: string, action: string) {
  const { frame, content } = await documentSource<PilotAcceptanceContent>(context, data, document)
  const { jurisdictionId } = data.record
  const [bureau] = await findOrganisations(context.db, { jurisdictionId, kind: 'finance' })
  const name = await jurisdictionName(context, data)
  return {
    frame,
    head: {
      ...letterHead(context, data, action),
      issuer: await issuerName(context, data, action, 'province'),
    },
    jurisdictionName: name,
    content,
    addressee: bureau?.name ?? `${name}财政局`,
  }
}
