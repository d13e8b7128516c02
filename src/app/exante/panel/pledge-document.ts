import type { DocumentBlocks } from '../../../domain/documents/block.ts'
import type { ExanteScoreSheetContent } from '../../../domain/forms/contents.ts'
import { momentInWords } from '../../../domain/shared/moment.ts'
import { dayOf } from '../../../domain/workflow/sentences.ts'
import { buildExpertPledge } from '../../../documents/expert-pledge.ts'
import type { Context } from '../../kernel/context.ts'
import { documentSource, projectHead } from '../../records/document-input.ts'
import type { RecordData } from '../../records/record-data.ts'

/** 专家承诺书: the text as it was accepted, from the version frozen at that moment. */
export async function pledgeDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const { project, acts, record } = data
  if (!project) throw new Error(`score sheet ${record.id} has no project`)
  const source = await documentSource<ExanteScoreSheetContent>(context, data, 'expert-pledge')
  const pledge = acts.find(({ action }) => action === 'pledge')
  return buildExpertPledge({
    frame: source.frame,
    project: projectHead(context, source.project ?? project),
    content: source.content,
    person: source.content.rater ?? '',
    ...(pledge ? { signedOn: dayOf(pledge.actedAt), signedAt: momentInWords(pledge.actedAt) } : {}),
  })
}
