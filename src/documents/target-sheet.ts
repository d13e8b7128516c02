import type { Block, DocumentBlocks, TableBlock, TableRow } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import {
  cell,
  columns,
  figure,
  head,
  label,
  listTable,
  mergeDown,
  row,
  table,
  tallRow,
} from '../domain/documents/make-block.ts'
import type { TargetsSheetContent } from '../domain/forms/contents.ts'
import { indicatorValue, levelCells, levelSpans, periodValue } from './shared/indicators.ts'
import { dutyTable, outputPlanTable } from './shared/indicator-tables.ts'
import type { DocumentFrame, ProjectHead, SignedOpinion } from './shared/input.ts'
import { closingBlock, documentOf, formPage, opinionRows } from './shared/parts.ts'
import { day, firstText, money, moneySum, period, score, scoreSum, weight, weightSum } from './shared/text.ts'

export type TargetSheetInput = {
  readonly frame: DocumentFrame
  readonly project: ProjectHead
  readonly content: Labelled<TargetsSheetContent>
  /** 主管部门、第三方、财政业务股、财政绩效股, in this order; empty boxes are printed too. */
  readonly opinions: readonly SignedOpinion[]
  /** 综合评定等级 in words (优良中差), once the finance review is done. */
  readonly reviewGrade?: string
  readonly declaredOn?: string | null
}

/** 项目支出绩效目标申报表 (财预〔2015〕88号 annex), with the boxes of the three-party review. */
export function buildTargetSheet(input: TargetSheetInput): DocumentBlocks {
  const { project, content, frame } = input
  return documentOf('项目支出绩效目标申报表', frame, [
    formPage(
      'portrait',
      { kind: 'title', text: '项目支出绩效目标申报表', subtitle: `（${project.fiscalYear}年度）` },
      { kind: 'formLine', parts: [`填报单位：${project.unitName}`, '单位：万元'] },
      mainTable(input),
      {
        kind: 'formLine',
        parts: [
          `填报人：${firstText(content.contact, project.projectPerson)}`,
          `单位负责人：${project.unitHead ?? ''}`,
          `填报日期：${day(input.declaredOn)}`,
        ],
      },
      quarterTable(content),
      outputPlanTable(content.indicators ?? []),
      dutyTable(content),
      reviewTable(input),
      closingBlock(frame),
    ),
  ])
}

const COLUMNS = columns(1.2, 1.9, 2.9, 3.9, 2.7, 2.7, 1.2, 2.9)

function mainTable(input: TargetSheetInput): TableBlock {
  const indicators = input.content.indicators ?? []
  return table({
    columns: COLUMNS,
    headerRows: 0,
    size: 'small',
    rows: [
      ...headRows(input),
      ...goalRows(input.content),
      ...indicatorTableRows(indicators, input.content),
      ...opinionRows(input.opinions, { label: 2, value: 6 }),
    ],
  })
}

function headRows({ project, content }: TargetSheetInput): TableRow[] {
  const department = [project.departmentName, project.departmentCode].filter(Boolean).join(' ')
  const pair = (left: string, leftValue: string, right: string, rightValue: string) =>
    row(
      label(left, { colSpan: 2 }),
      cell(leftValue, { colSpan: 2 }),
      label(right, { colSpan: 2 }),
      cell(rightValue, { colSpan: 2 }),
    )
  return [
    row(label('项目名称', { colSpan: 2 }), cell(project.name, { colSpan: 6 })),
    pair('主管部门及代码', department, '实施单位', project.unitName),
    pair('项目属性', content.attribute ?? '', '项目期', period(content.periodStart, content.periodEnd)),
    row(
      label('项目资金\n（万元）', { colSpan: 2, rowSpan: 3 }),
      ...moneyCells('实施期资金总额', content.periodTotal_fen, '年度资金总额', content.total_fen),
    ),
    row(...moneyCells('其中：财政拨款', content.periodFiscal_fen, '其中：财政拨款', content.fiscal_fen)),
    row(...moneyCells('其他资金', content.periodOther_fen, '其他资金', content.other_fen)),
  ]
}

function moneyCells(
  left: string,
  left_fen: string | null | undefined,
  right: string,
  right_fen: string | null | undefined,
) {
  return [
    label(left),
    figure(money(left_fen)),
    label(right, { colSpan: 2 }),
    figure(money(right_fen), { colSpan: 2 }),
  ]
}

function goalRows(content: Labelled<TargetsSheetContent>): TableRow[] {
  return [
    row(
      label('总体目标', { colSpan: 2, rowSpan: 2 }),
      label('实施期目标', { colSpan: 2 }),
      label('年度目标', { colSpan: 4 }),
    ),
    tallRow(22, cell(content.periodGoal, { colSpan: 2 }), cell(content.annualGoal, { colSpan: 4 })),
  ]
}

function indicatorTableRows(
  indicators: NonNullable<Labelled<TargetsSheetContent>['indicators']>,
  content: Labelled<TargetsSheetContent>,
): TableRow[] {
  const spans = levelSpans(indicators)
  const names = ['一级指标', '二级指标', '三级指标', '实施期指标值', '年度指标值', '权重', '数据来源']
  const note = firstText(content.noSatisfactionReason)
  const isOneYear = content.periodStart?.slice(0, 4) === content.periodEnd?.slice(0, 4)
  return [
    row(label('绩效指标', { rowSpan: indicators.length + 2 }), ...names.map((name) => head(name))),
    ...indicators.map((indicator, index) =>
      row(
        ...levelCells(indicators, spans, index),
        cell(indicator.name),
        cell(periodValue(indicator, isOneYear), { align: 'center' }),
        cell(indicatorValue(indicator), { align: 'center' }),
        figure(weight(indicator.weight_x100)),
        cell(firstText(indicator.source, indicator.evidence)),
      ),
    ),
    row(
      label('权重合计', { colSpan: 5 }),
      figure(weightSum(indicators.map((indicator) => indicator.weight_x100))),
      cell(note === '' ? '另有预算执行率10分' : `另有预算执行率10分；不设满意度指标：${note}`),
    ),
  ]
}

function quarterTable(content: Labelled<TargetsSheetContent>): Block | undefined {
  const quarters = (content.quarterPlan ?? []).filter(
    (quarter) => firstText(quarter.planned_fen, quarter.work) !== '',
  )
  if (quarters.length === 0) return undefined
  return listTable({
    caption: '分季用款计划',
    unit: '单位：万元',
    head: ['季度', '计划支出', '主要工作'],
    columns: columns([1.4, 'center'], [2, 'right'], 8),
    rows: [
      ...quarters.map((quarter) => [quarter.quarter ?? '', money(quarter.planned_fen), quarter.work ?? '']),
      ['合计', moneySum(quarters.map((quarter) => quarter.planned_fen)), ''],
    ],
  })
}

function reviewTable({ content, reviewGrade }: TargetSheetInput): Block | undefined {
  const review = content.review ?? []
  if (!review.some((point) => point.score_x100 !== null && point.score_x100 !== undefined)) return undefined
  const spans = mergeDown(review.map((point) => point.aspect ?? ''))
  return table({
    caption: '财政审核评分',
    columns: columns(2, 2.8, [1.2, 'right'], [1.2, 'right'], 6),
    headerRows: 1,
    size: 'small',
    rows: [
      row(...['审核内容', '审核要点', '分值', '得分', '审核意见'].map((text) => head(text))),
      ...review.map((point, index) => {
        const span = spans[index]
        return row(
          ...(span === undefined ? [] : [label(point.aspect ?? '', { rowSpan: span })]),
          cell(point.point),
          figure(weight(point.weight_x100)),
          figure(score(point.score_x100)),
          cell(point.opinion),
        )
      }),
      row(
        label('合计', { colSpan: 2 }),
        figure(weightSum(review.map((point) => point.weight_x100))),
        figure(scoreSum(review.map((point) => point.score_x100))),
        cell(reviewGrade === undefined ? '' : `综合评定等级：${reviewGrade}`),
      ),
      row(label('总体意见', { colSpan: 2 }), cell(content.reviewOpinion, { colSpan: 3 })),
    ],
  })
}
