import type { DocumentBlocks } from '../../domain/documents/block.ts'
import type { MonitoringFindingContent } from '../../domain/forms/contents.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import { buildMonitoringReferral } from '../../documents/monitoring-referral.ts'
import type { Context } from '../kernel/context.ts'
import { documentSource, letterHead, projectHead } from '../records/document-input.ts'
import type { RecordData } from '../records/record-data.ts'

/** 移送审计函: the letter to the audit office about a finding that was not put right. */
export async function printReferral(context: Context, data: RecordData): Promise<DocumentBlocks> {
  if (!data.project) throw new Error(`record ${data.record.id} has no project`)
  const source = await documentSource<MonitoringFindingContent>(context, data, 'monitoring-referral')
  const issued = data.acts.findLast(({ action }) => action === 'notify')
  return buildMonitoringReferral({
    frame: source.frame,
    head: letterHead(context, data, 'refer'),
    project: projectHead(context, source.project ?? data.project),
    finding: source.content,
    issuedOn: issued ? dayOf(issued.actedAt) : null,
    issuedNumber: issued?.documentNumber ?? null,
  })
}
