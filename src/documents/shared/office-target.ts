import type { TableRow } from '../../domain/documents/block.ts'
import type { Labelled } from '../../domain/documents/label-content.ts'
import { cell, figure, head, label, row } from '../../domain/documents/make-block.ts'
import type { TargetsPolicyContent } from '../../domain/forms/contents.ts'
import { indicatorValue, levelCells, levelSpans } from './indicators.ts'
import type { DocumentFrame, SignedOpinion } from './input.ts'
import { firstText, weight, weightSum } from './text.ts'

/** What both forms of an office's own targets are printed from. */
export type OfficeTargetInput<Content> = {
  readonly frame: DocumentFrame
  readonly fiscalYear: number
  readonly content: Content
  /** 财政业务股、财政绩效股、批复, in this order; empty boxes are printed too. */
  readonly opinions: readonly SignedOpinion[]
  readonly declaredOn?: string | null
}

type Indicators = Pick<Labelled<TargetsPolicyContent>, 'indicators' | 'noSatisfactionReason'>

/** The indicators in six columns: label, first and second level, name, value and, where it has one, weight. */
export function officeIndicatorRows(
  { indicators, noSatisfactionReason }: Indicators,
  { hasWeights }: { readonly hasWeights: boolean },
): TableRow[] {
  const rows = indicators ?? []
  const spans = levelSpans(rows)
  const note = firstText(noSatisfactionReason)
  const nameSpan = hasWeights ? 1 : 2
  const hasFoot = hasWeights || note !== ''
  return [
    row(
      label('绩效指标', { rowSpan: rows.length + 1 + (hasFoot ? 1 : 0) }),
      head('一级指标'),
      head('二级指标'),
      head('三级指标', { colSpan: nameSpan }),
      head('指标值'),
      ...(hasWeights ? [head('权重')] : []),
    ),
    ...rows.map((indicator, index) =>
      row(
        ...levelCells(rows, spans, index),
        cell(indicator.name, { colSpan: nameSpan }),
        cell(indicatorValue(indicator), { align: 'center' }),
        ...(hasWeights ? [figure(weight(indicator.weight_x100))] : []),
      ),
    ),
    ...(hasFoot ? [footRow(rows, note, hasWeights)] : []),
  ]
}

function footRow(rows: NonNullable<Indicators['indicators']>, note: string, hasWeights: boolean): TableRow {
  const words = note === '' ? '' : `不设满意度指标：${note}`
  if (!hasWeights) return row(cell(words, { colSpan: 5 }))
  return row(
    label('权重合计', { colSpan: 2 }),
    cell(['另有预算执行率10分', words].filter(Boolean).join('；'), { colSpan: 2 }),
    figure(weightSum(rows.map((indicator) => indicator.weight_x100))),
  )
}
