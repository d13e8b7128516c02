import type { DocumentBlocks } from '../../../domain/documents/block.ts'
import type { ExanteDrawContent } from '../../../domain/forms/contents.ts'
import { momentInWords } from '../../../domain/shared/moment.ts'
import { buildExpertDraw } from '../../../documents/expert-draw.ts'
import type { Context } from '../../kernel/context.ts'
import { documentSource, labelled, projectHead } from '../../records/document-input.ts'
import type { RecordData } from '../../records/record-data.ts'

/** 评估专家抽取记录: what was frozen at the draw, and every replacement up to today. */
export async function drawDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const { project, record } = data
  if (!project) throw new Error(`draw ${record.id} has no project`)
  const source = await documentSource<ExanteDrawContent>(context, data, 'expert-draw')
  const now = await labelled(context, data, data.content as ExanteDrawContent)
  const [sealed, drawn] = ['seal', 'draw'].map((action) => doneBy(data, action))
  return buildExpertDraw({
    frame: source.frame,
    project: projectHead(context, source.project ?? project),
    content: source.content,
    drawId: record.id,
    ...(sealed ? { sealed } : {}),
    ...(drawn ? { drawn } : {}),
    replacements: now.replacements,
  })
}

function doneBy({ acts }: RecordData, action: string): string | undefined {
  const act = acts.find((one) => one.action === action)
  return act && `${act.organisationName ?? ''}${act.personName}，${momentInWords(act.actedAt)}`
}
