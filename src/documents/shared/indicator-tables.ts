import type { Block } from '../../domain/documents/block.ts'
import type { Labelled } from '../../domain/documents/label-content.ts'
import { columns, listTable } from '../../domain/documents/make-block.ts'
import type { TargetsSheetContent } from '../../domain/forms/contents.ts'
import type { LabelledIndicator } from './indicators.ts'
import { firstText } from './text.ts'

/** 分季产出计划: what cumulative indicators add in each quarter; nothing when no row plans. */
export function outputPlanTable(indicators: readonly LabelledIndicator[]): Block | undefined {
  const planned = indicators.filter((row) => firstText(row.firstQuarter, row.fourthQuarter) !== '')
  if (planned.length === 0) return undefined
  return listTable({
    caption: '分季产出计划',
    unit: '累计指标，当季新增',
    head: ['指标', '单位', '一季度', '二季度', '三季度', '四季度', '全年'],
    columns: columns(5, [1.4, 'center'], ...FIVE),
    rows: planned.map((row) => [
      row.name ?? '',
      row.unit ?? '',
      row.firstQuarter ?? '',
      row.secondQuarter ?? '',
      row.thirdQuarter ?? '',
      row.fourthQuarter ?? '',
      row.value ?? '',
    ]),
  })
}

const FIVE = Array.from({ length: 5 }, () => [1.6, 'right'] as const)

/** 指标责任和佐证: who answers for each indicator, how often it is read and what proves it. */
export function dutyTable({
  indicatorOwner,
  indicators,
}: Pick<Labelled<TargetsSheetContent>, 'indicatorOwner' | 'indicators'>): Block | undefined {
  const rows = indicators ?? []
  const isKnown = firstText(indicatorOwner) !== '' || rows.some((row) => firstText(row.owner) !== '')
  if (!isKnown) return undefined
  return listTable({
    caption: '指标责任和佐证',
    head: ['指标', '责任人', '采集频次', '佐证类别', '佐证资料'],
    columns: columns(4.2, [1.8, 'center'], [1.8, 'center'], [1.8, 'center'], 4),
    rows: rows.map((row) => [
      row.name ?? '',
      firstText(row.owner, indicatorOwner),
      row.frequency ?? '',
      row.evidenceClass ?? '',
      row.evidence ?? '',
    ]),
  })
}
