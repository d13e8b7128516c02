import { checkScoreSheet } from '../../domain/exante/checks/index.ts'
import { exanteScoreSheet } from '../../domain/exante/index.ts'
import type { ExanteScoreSheetContent } from '../../domain/forms/contents.ts'
import { formatScore } from '../../domain/shared/score.ts'
import type { Context } from '../kernel/context.ts'
import type { Assessment, RecordBehaviour } from '../records/behaviour.ts'
import type { RecordData } from '../records/record-data.ts'
import { placeKey, rulesOf } from '../records/rules-of.ts'
import { sheetScoreOf } from './score-sheets.ts'

/** Which wording of the pledge the expert accepts; a new wording gets a new name. */
const PLEDGE_VERSION = '376号附录4-2022'

export const exanteScoreSheetBehaviour: RecordBehaviour = {
  kind: exanteScoreSheet.kind,
  prefill: async () => ({ pledgeVersion: PLEDGE_VERSION }),
  assess: assessSheet,
}

async function assessSheet(context: Context, data: RecordData): Promise<Assessment> {
  const content = data.content as ExanteScoreSheetContent
  const score = sheetScoreOf(content, rulesOf(context, data))
  const marked = score.rows.flatMap((points, index) =>
    points === null ? [] : [{ place: placeKey('scores', index, 'option'), text: formatScore(points) }],
  )
  return {
    findings: data.record.state === 'draft' ? checkScoreSheet(content) : [],
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
