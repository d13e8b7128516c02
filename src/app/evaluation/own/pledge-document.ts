import type { DocumentBlocks } from '../../../domain/documents/block.ts'
import type { EvaluationGroupPledgeContent } from '../../../domain/forms/contents.ts'
import { momentInWords } from '../../../domain/shared/moment.ts'
import { dayOf } from '../../../domain/workflow/sentences.ts'
import { buildGroupPledge } from '../../../documents/group-pledge.ts'
import type { Context } from '../../kernel/context.ts'
import { documentSource } from '../../records/document-input.ts'
import type { RecordData } from '../../records/record-data.ts'

/** 评价组成员承诺书: what was declared and the text as it was accepted, from the version frozen then. */
export async function groupPledgeDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const source = await documentSource<EvaluationGroupPledgeContent>(context, data, 'group-pledge')
  const act = data.acts.find(({ action }) => action === 'pledge')
  return buildGroupPledge({
    frame: source.frame,
    content: source.content,
    fiscalYear: data.record.fiscalYear,
    ...(act ? { signedOn: dayOf(act.actedAt), signedAt: momentInWords(act.actedAt) } : {}),
  })
}
