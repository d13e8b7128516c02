import type { TableRow } from '../../domain/documents/block.ts'
import type { Labelled } from '../../domain/documents/label-content.ts'
import { cell, figure, head, label, mergeDown, row } from '../../domain/documents/make-block.ts'
import type { TargetsSheetIndicatorsRow } from '../../domain/forms/contents.ts'
import { day, firstText, weight } from './text.ts'

export type LabelledIndicator = Labelled<TargetsSheetIndicatorsRow>

/** 指标值 as printed: the words of the form, else `≥95%`, else the date. */
export function indicatorValue(indicator: LabelledIndicator): string {
  const { valueText, operator, value, unit, dateValue } = indicator
  const until = day(dateValue)
  return firstText(
    valueText,
    value === null || value === undefined ? '' : `${operator ?? ''}${value}${unit ?? ''}`,
    until === '' ? '' : `${until}前`,
  )
}

/** 实施期指标值 as printed; a project of one year has the same for both. */
export function periodValue(indicator: LabelledIndicator, isOneYear: boolean): string {
  const { periodText, periodValue: value, operator, unit } = indicator
  const number =
    value === null || value === undefined || value === '' ? '' : `${operator ?? ''}${value}${unit ?? ''}`
  return firstText(periodText, number, isOneYear ? indicatorValue(indicator) : '')
}

type Levels = { readonly level1?: string | null; readonly level2?: string | null }

/** Row spans of 一级指标 and 二级指标, so that each name stands once. */
export function levelSpans(rows: readonly Levels[]): {
  readonly level1: readonly (number | undefined)[]
  readonly level2: readonly (number | undefined)[]
} {
  return {
    level1: mergeDown(rows.map((indicator) => indicator.level1 ?? '')),
    level2: mergeDown(rows.map((indicator) => `${indicator.level1 ?? ''}/${indicator.level2 ?? ''}`)),
  }
}

/** The cells of 一级指标 and 二级指标 in row `index`; none where a span reaches over it. */
export function levelCells(rows: readonly Levels[], spans: ReturnType<typeof levelSpans>, index: number) {
  const span1 = spans.level1[index]
  const span2 = spans.level2[index]
  return [
    ...(span1 === undefined ? [] : [label(rows[index]?.level1 ?? '', { rowSpan: span1 })]),
    ...(span2 === undefined ? [] : [label(rows[index]?.level2 ?? '', { rowSpan: span2 })]),
  ]
}

export const INDICATOR_HEAD = ['一级指标', '二级指标', '三级指标', '指标值', '权重', '数据来源']

/** The rows of the indicator table of a target: levels, name, value, weight, data source. */
export function indicatorRows(indicators: readonly LabelledIndicator[]): TableRow[] {
  const spans = levelSpans(indicators)
  return indicators.map((indicator, index) =>
    row(
      ...levelCells(indicators, spans, index),
      cell(indicator.name),
      cell(indicatorValue(indicator), { align: 'center' }),
      figure(weight(indicator.weight_x100)),
      cell(firstText(indicator.source, indicator.evidence)),
    ),
  )
}

export function indicatorHeadRow(): TableRow {
  return row(...INDICATOR_HEAD.map((text) => head(text)))
}
