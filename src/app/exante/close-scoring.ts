import { checkScoresIn } from '../../domain/exante/checks/index.ts'
import type { PanelScore } from '../../domain/exante/compute/index.ts'
import { exanteEvaluation, exanteScoreSheet } from '../../domain/exante/index.ts'
import type { ExanteEvaluationContent } from '../../domain/forms/contents.ts'
import { optionLabel } from '../../domain/forms/form-index.ts'
import type { Content } from '../../domain/forms/form.ts'
import type { Context } from '../kernel/context.ts'
import { defineAct } from '../records/act.ts'
import { getForm, type RecordData, storeContent } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { findSubmittedSheets, panelOf, type SubmittedSheet } from './score-sheets.ts'

/** 结束评分: the panel's result is computed once and kept; later sheets are not taken. */
export const closeScoring = defineAct(exanteEvaluation, 'closeScoring', {
  gate: async (context, data) => {
    const rules = rulesOf(context, data)
    const sheets = await findSubmittedSheets(context, data, rules)
    return checkScoresIn(
      sheets.map(({ personId, score }) => ({ personId, isSubmitted: score.total_x100 !== null })),
      rules,
    )
  },
  effect: async (context, data) => {
    const rules = rulesOf(context, data)
    const sheets = await findSubmittedSheets(context, data, rules)
    const content = { ...data.content, ...panelContent(context, sheets, panelOf(sheets, rules)) }
    await storeContent(context, data, content)
    noteResult(context, data, content)
  },
})

function panelContent(context: Context, sheets: readonly SubmittedSheet[], panel: PanelScore): Content {
  const form = getForm(context, exanteScoreSheet.form)
  return {
    raterCount: sheets.length,
    panelScore_x100: panel.total_x100,
    panelDimensions: panel.dimensions.map(({ code, points_x100, score_x100 }) => ({
      dimension: code,
      weight_x100: points_x100,
      score_x100,
    })),
    panelRaters: sheets.map(({ personId, score, content }) => ({
      person: personId,
      total_x100: score.total_x100,
      suggestedDecision: optionLabel(form, 'suggestedDecision', content.suggestedDecision),
      overallOpinion: content.overallOpinion ?? '',
    })),
  } satisfies ExanteEvaluationContent as Content
}

function noteResult(context: Context, { kind, record }: RecordData, content: Content): void {
  const { id, projectId, jurisdictionId } = record
  context.changed({ kind: kind.kind, id, projectId, jurisdictionId }, [
    { field: 'panelScore_x100', from: null, to: content['panelScore_x100'] ?? null },
  ])
}
