import { checkPledge, checkScoreSheet } from '../../domain/exante/checks/index.ts'
import { exanteScoreSheet } from '../../domain/exante/index.ts'
import type { ExanteScoreSheetContent } from '../../domain/forms/contents.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { formatScore } from '../../domain/shared/score.ts'
import type { Context } from '../kernel/context.ts'
import type { Assessment, RecordBehaviour } from '../records/behaviour.ts'
import type { RecordData } from '../records/record-data.ts'
import { placeKey, rulesOf } from '../records/rules-of.ts'
import { pledgeDocument } from './panel/pledge-document.ts'
import { sheetScoreOf } from './score-sheets.ts'

export const exanteScoreSheetBehaviour: RecordBehaviour = {
  kind: exanteScoreSheet.kind,
  assess: assessSheet,
  documents: { 'expert-pledge': pledgeDocument },
}

async function assessSheet(context: Context, data: RecordData): Promise<Assessment> {
  const content = data.content as ExanteScoreSheetContent
  const score = sheetScoreOf(content, rulesOf(context, data))
  const marked = score.rows.flatMap((points, index) =>
    points === null ? [] : [{ place: placeKey('scores', index, 'option'), text: formatScore(points) }],
  )
  return {
    findings: findingsOf(data.record.state, content),
    explanations: {
      scores: score.explanation,
      ...Object.fromEntries(marked.map(({ place }) => [place, score.explanation])),
    },
    figures: {
      scores: score.total_x100 === null ? score.explanation.result : formatScore(score.total_x100),
      ...Object.fromEntries(marked.map(({ place, text }) => [place, text])),
    },
  }
}

function findingsOf(state: string, content: ExanteScoreSheetContent): Finding[] {
  if (state === 'draft') return checkPledge(content)
  return state === 'pledged' ? checkScoreSheet(content) : []
}
