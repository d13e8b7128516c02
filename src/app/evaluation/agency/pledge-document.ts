import type { DocumentBlocks } from '../../../domain/documents/block.ts'
import type { EvaluationEngagementContent } from '../../../domain/forms/contents.ts'
import { momentInWords } from '../../../domain/shared/moment.ts'
import { dayOf } from '../../../domain/workflow/sentences.ts'
import { buildAgencyPledge } from '../../../documents/agency-pledge.ts'
import type { Context } from '../../kernel/context.ts'
import { documentSource } from '../../records/document-input.ts'
import type { RecordData } from '../../records/record-data.ts'

/** 第三方机构承诺书: what was declared and the text as it was accepted, from the version frozen then. */
export async function agencyPledgeDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const source = await documentSource<EvaluationEngagementContent>(context, data, 'agency-pledge')
  const act = data.acts.find(({ action }) => action === 'undertake')
  return buildAgencyPledge({
    frame: source.frame,
    content: source.content,
    fiscalYear: data.record.fiscalYear,
    ...(act
      ? { signedBy: act.personName, signedOn: dayOf(act.actedAt), signedAt: momentInWords(act.actedAt) }
      : {}),
  })
}
