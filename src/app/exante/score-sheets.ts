import {
  computeDeviation,
  computeIcc,
  computeKendallW,
  computeOutliers,
  computePanelScore,
  computeSheetScore,
  type PanelScore,
  type PanelSheet,
  type SheetScore,
} from '../../domain/exante/compute/index.ts'
import { exanteScoreSheet } from '../../domain/exante/index.ts'
import type { ExanteScoreSheetContent } from '../../domain/forms/contents.ts'
import type { ParameterReader } from '../../domain/rules/parameter-values.ts'
import { type Fraction, fraction } from '../../domain/shared/fraction.ts'
import type { Context } from '../kernel/context.ts'
import { findRecordData, type RecordData } from '../records/record-data.ts'

/** A sheet that was handed in, and by whom; nobody but its author sees one before. */
export type SubmittedSheet = {
  readonly personId: string
  readonly personName: string
  readonly content: ExanteScoreSheetContent
  readonly score: SheetScore
}

/** The sheets of an evaluation that the experts have submitted, in the order of their making. */
export async function findSubmittedSheets(
  context: Context,
  { record }: RecordData,
  rules: ParameterReader,
): Promise<SubmittedSheet[]> {
  const sheets = await findRecordData(context, {
    jurisdictionId: record.jurisdictionId,
    kind: exanteScoreSheet.kind,
    subjectId: record.id,
  })
  return sheets.flatMap((sheet) => {
    const submission = sheet.acts.find(({ action }) => action === 'submit')
    if (!submission || sheet.record.state !== 'submitted') return []
    const content = sheet.content as ExanteScoreSheetContent
    const { personId, personName } = submission
    return [{ personId, personName, content, score: sheetScoreOf(content, rules) }]
  })
}

/** The points of one sheet as marked so far. */
export function sheetScoreOf({ scores }: ExanteScoreSheetContent, rules: ParameterReader): SheetScore {
  const rows = (scores ?? []).flatMap(({ dimension, dimensionLabel, item, weight_x100, option }) =>
    dimension
      ? [
          {
            dimension,
            dimensionLabel: dimensionLabel ?? null,
            item: item ?? '',
            weight_x100: weight_x100 ?? 0,
            option: option ?? null,
          },
        ]
      : [],
  )
  return computeSheetScore(rows, rules)
}

/** What the panel as a whole says; only complete sheets count. */
export function panelOf(sheets: readonly SubmittedSheet[], rules: ParameterReader): PanelScore {
  return computePanelScore(completeSheets(sheets), rules)
}

function completeSheets(sheets: readonly SubmittedSheet[]): PanelSheet[] {
  return sheets.flatMap(({ personName: rater, score: { total_x100, dimensions } }) =>
    total_x100 === null ? [] : [{ rater, total_x100, dimensions }],
  )
}

/** How far the experts agree, and who lies apart. */
export type PanelAgreement = {
  readonly deviation: ReturnType<typeof computeDeviation>
  readonly kendall: ReturnType<typeof computeKendallW>
  readonly icc: ReturnType<typeof computeIcc>
  readonly outliers: ReturnType<typeof computeOutliers>
}

/** Over the rates of the items (points ÷ weight), so that heavier items do not rank higher by weight. */
export function agreementOf(sheets: readonly SubmittedSheet[], rules: ParameterReader): PanelAgreement {
  const complete = completeSheets(sheets)
  const marks = sheets.flatMap(({ content, score }) =>
    score.total_x100 === null
      ? []
      : [score.rows.map((points, row) => rateOf(points, content.scores?.[row]?.weight_x100))],
  )
  return {
    deviation: computeDeviation(complete.map(({ total_x100 }) => total_x100)),
    kendall: computeKendallW(marks),
    icc: computeIcc(marks),
    outliers: computeOutliers(complete, rules),
  }
}

function rateOf(points: number | null, weight: number | null | undefined): Fraction {
  return weight ? fraction(points ?? 0, weight) : fraction(0)
}
