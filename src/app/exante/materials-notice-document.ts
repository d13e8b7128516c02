import type { DocumentBlocks } from '../../domain/documents/block.ts'
import { materialGaps } from '../../domain/exante/checks/index.ts'
import { computeMaterialsDeadline } from '../../domain/exante/compute/index.ts'
import type { ExanteEvaluationContent } from '../../domain/forms/contents.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import { buildMaterialsNotice } from '../../documents/exante-materials-notice.ts'
import type { Context } from '../kernel/context.ts'
import { documentSource, letterHead, projectHead } from '../records/document-input.ts'
import type { RecordData } from '../records/record-data.ts'

/** 补充评估材料通知: the gaps as they were when the file went back, due by the rules of that day. */
export async function materialsNoticeDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const { project, record } = data
  if (!project) throw new Error(`evaluation ${record.id} has no project`)
  const source = await documentSource<ExanteEvaluationContent>(context, data, 'exante-materials-notice')
  const returned = data.acts.findLast(({ action }) => action === 'return')
  const on = returned ? dayOf(returned.actedAt) : null
  const { jurisdictionId: jurisdiction, fiscalYear } = record
  const rules = on ? context.rules.at({ date: on, jurisdiction, fiscalYear }) : undefined
  return buildMaterialsNotice({
    frame: source.frame,
    head: letterHead(context, data, 'return'),
    project: projectHead(context, source.project ?? project),
    gaps: materialGaps(source.raw),
    opinion: returned?.opinion ?? null,
    dueOn: on && rules ? computeMaterialsDeadline(on, rules).dueOn : null,
  })
}
