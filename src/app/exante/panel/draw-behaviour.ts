import { checkQuotas, checkValuePublished, checkValueUnknown } from '../../../domain/exante/checks/index.ts'
import { computeExpertDraw } from '../../../domain/exante/compute/index.ts'
import { exanteDraw } from '../../../domain/exante/index.ts'
import type { ExanteDrawContent } from '../../../domain/forms/contents.ts'
import type { Finding } from '../../../domain/shared/finding.ts'
import type { Context } from '../../kernel/context.ts'
import { type Assessment, NOTHING_TO_SAY, type RecordBehaviour } from '../../records/behaviour.ts'
import type { RecordData } from '../../records/record-data.ts'
import { drawDocument } from './draw-document.ts'
import { assembleRoster, digestText, rosterOf } from './roster.ts'

export const exanteDrawBehaviour: RecordBehaviour = {
  kind: exanteDraw.kind,
  assess: assessDraw,
  documents: { 'expert-draw': drawDocument },
}

async function assessDraw(context: Context, data: RecordData): Promise<Assessment> {
  const content = data.content as ExanteDrawContent
  if (content.seed && content.publicValue) {
    const { explanation } = computeExpertDraw(
      rosterOf(data.record.id, content),
      content.publicValue,
      digestText,
    )
    return { findings: [], explanations: { seed: explanation }, figures: {} }
  }
  return { ...NOTHING_TO_SAY, findings: await findingsOf(context, data, content) }
}

async function findingsOf(
  context: Context,
  data: RecordData,
  content: ExanteDrawContent,
): Promise<Finding[]> {
  if (data.record.state === 'sealed') return checkValuePublished(content, context.today)
  if (data.record.state !== 'draft') return []
  return [
    ...checkValueUnknown(content, context.today),
    // Only who keeps the register can see how many there are to draw from.
    ...(context.actor.role === 'finance_performance'
      ? checkQuotas(content, await assembleRoster(context, data))
      : []),
  ]
}
