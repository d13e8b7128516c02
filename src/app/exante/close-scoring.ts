import { checkScoresIn } from '../../domain/exante/checks/index.ts'
import { exanteEvaluation, exanteScoreSheet } from '../../domain/exante/index.ts'
import type { ExanteEvaluationContent } from '../../domain/forms/contents.ts'
import { optionLabel } from '../../domain/forms/form-index.ts'
import type { Content } from '../../domain/forms/form.ts'
import type { ParameterReader } from '../../domain/rules/parameter-values.ts'
import { findPanelSheets, openPanelSheets } from '../../storage/panel-repository.ts'
import type { Context } from '../kernel/context.ts'
import { defineAct } from '../records/act.ts'
import { getForm, type RecordData, storeContent } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'
import { peopleOf } from './open-scoring.ts'
import { requestLeadNote } from './panel/lead-note.ts'
import { rubricOfEvaluation } from './rubric/rubric-at.ts'
import { agreementOf, findSubmittedSheets, panelOf, type SubmittedSheet } from './score-sheets.ts'

/**
 * 结束评分: only now are the sheets opened to others. The panel's result is computed once and kept;
 * where the experts lie far apart the lead expert is asked for a word.
 */
export const closeScoring = defineAct(exanteEvaluation, 'closeScoring', {
  gate: async (context, data) =>
    checkScoresIn(peopleOf(data), await findPanelSheets(context.db, data.record.id), rulesOf(context, data)),
  effect: async (context, data) => {
    await openPanelSheets(context.db, data.record.id)
    const rules = rulesOf(context, data)
    const sheets = await findSubmittedSheets(context, data, rules)
    const { title, affordabilityLabel } = await rubricOfEvaluation(context, data)
    const named = { rubricTitle: title, affordabilityLabel }
    const content = { ...data.content, ...named, ...panelContent(context, sheets, rules) }
    await storeContent(context, data, content)
    noteResult(context, data, content)
    await requestLeadNote(context, data, sheets, rules)
  },
})

function panelContent(context: Context, sheets: readonly SubmittedSheet[], rules: ParameterReader): Content {
  const panel = panelOf(sheets, rules)
  const { deviation, kendall, icc } = agreementOf(sheets, rules)
  return {
    raterCount: sheets.length,
    panelScore_x100: panel.total_x100,
    panelRange_x100: panel.spread.total_x100,
    panelDeviation_x100: deviation.deviation_x100,
    kendallW: coefficient(kendall.w_bp),
    iccSingle: coefficient(icc.single_bp),
    iccMean: coefficient(icc.mean_bp),
    panelDimensions: panel.dimensions.map(({ code, label, points_x100, score_x100 }) => ({
      dimension: code,
      dimensionLabel: label,
      weight_x100: points_x100,
      score_x100,
    })),
    ...raterRows(context, sheets, rules),
  } satisfies { [Field in keyof ExanteEvaluationContent]: unknown } as Content
}

/** With four decimals, as statistics print it. */
function coefficient(bp: number | null): string | null {
  return bp === null ? null : (bp / 10_000).toFixed(4)
}

function raterRows(context: Context, sheets: readonly SubmittedSheet[], rules: ParameterReader): Content {
  const form = getForm(context, exanteScoreSheet.form)
  const { outliers } = agreementOf(sheets, rules).outliers
  const isOutlier = (rater: string, code: string) =>
    outliers.some((one) => one.rater === rater && one.dimension === code)
  return {
    panelRaters: sheets.map(({ personId, score, content }) => ({
      person: personId,
      total_x100: score.total_x100,
      suggestedDecision: optionLabel(form, 'suggestedDecision', content.suggestedDecision),
      overallOpinion: content.overallOpinion ?? '',
    })),
    panelMarks: sheets.flatMap(({ personId, personName, score }, index) =>
      score.dimensions.map(({ code, label, points_x100, score_x100 }) => ({
        code: `${index + 1}-${code}`,
        person: personId,
        dimension: code,
        dimensionLabel: label,
        weight_x100: points_x100,
        score_x100,
        isOutlier: isOutlier(personName, code),
      })),
    ),
  }
}

function noteResult(context: Context, { kind, record }: RecordData, content: Content): void {
  const { id, projectId, jurisdictionId } = record
  context.changed({ kind: kind.kind, id, projectId, jurisdictionId }, [
    { field: 'panelScore_x100', from: null, to: content['panelScore_x100'] ?? null },
  ])
}
