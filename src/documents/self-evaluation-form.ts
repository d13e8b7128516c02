import type { DocumentBlocks, TableBlock, TableCell, TableRow } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import {
  cell,
  columns,
  figure,
  head,
  label,
  listTable,
  row,
  table,
  tallRow,
} from '../domain/documents/make-block.ts'
import type { EvaluationSelfContent, EvaluationSelfFundsRow } from '../domain/forms/contents.ts'
import { levelCells, levelSpans } from './shared/indicators.ts'
import type { DocumentFrame, ProjectHead, SignedOpinion } from './shared/input.ts'
import { documentOf, formPage, opinionRows, referenceBlock } from './shared/parts.ts'
import { day, fenSum, firstText, money, moneySum, rate, score, weight, weightSum } from './shared/text.ts'

export type SelfEvaluationInput = {
  readonly frame: DocumentFrame
  readonly project: ProjectHead
  readonly content: Labelled<EvaluationSelfContent>
  /** Weight of the execution rate; 10 points (1000) on the national form. */
  readonly executionWeight_x100?: number
  /** Words and columns of the place's form; the national one when left out. */
  readonly layout?: SelfFormLayout
  /** 主管部门审核意见 and the like. */
  readonly opinions: readonly SignedOpinion[]
  readonly submittedOn?: string | null
}

export type SelfFormLayout = {
  readonly budgetLabel: string
  readonly scoreLabel: string
  /** What finance gave for each row, where the form has a column for it. */
  readonly financeScores_x100: readonly (number | null)[] | null
}

const NATIONAL: SelfFormLayout = {
  budgetLabel: '全年预算数（A）',
  scoreLabel: '得分',
  financeScores_x100: null,
}

/** 项目支出绩效自评表 (财预〔2020〕10号 annex 1): every row's points add up to the printed total. */
export function buildSelfEvaluationForm(input: SelfEvaluationInput): DocumentBlocks {
  const { project, content, frame } = input
  const isByPlace = (content.placeResults ?? []).length > 0
  const title = isByPlace ? '转移支付区域（项目）绩效目标自评表' : '项目支出绩效自评表'
  return documentOf('项目支出绩效自评表', frame, [
    formPage(
      'portrait',
      { kind: 'title', text: title, subtitle: `（${project.fiscalYear}年度）` },
      { kind: 'formLine', parts: [`填报单位：${project.unitName}`, '单位：万元'] },
      formTable(input),
      ...(isByPlace ? [placeTable(content)] : []),
      {
        kind: 'formLine',
        parts: [
          `填报人：${content.filledBy ?? ''}`,
          `单位负责人：${project.unitHead ?? ''}`,
          `填报日期：${day(input.submittedOn)}`,
        ],
      },
      referenceBlock(frame.references),
    ),
  ])
}

const COLUMNS = columns(1.2, 1.9, 2.6, 2.9, 2.3, 2.3, 1.3, 1.7, 2.2, 2.6)

function formTable(input: SelfEvaluationInput): TableBlock {
  const { project, content } = input
  const textRow = (name: string, text: string | null | undefined): TableRow =>
    tallRow(12, label(name, { colSpan: 2 }), cell(text, { colSpan: 8 }))
  return table({
    columns: COLUMNS,
    headerRows: 0,
    size: 'small',
    rows: [
      row(label('项目名称', { colSpan: 2 }), cell(project.name, { colSpan: 8 })),
      row(
        label('主管部门', { colSpan: 2 }),
        cell(project.departmentName, { colSpan: 3 }),
        label('实施单位', { colSpan: 2 }),
        cell(project.unitName, { colSpan: 3 }),
      ),
      ...fundRows(input),
      row(
        label('年度总体目标', { colSpan: 2, rowSpan: 2 }),
        label('预期目标', { colSpan: 3 }),
        label('实际完成情况', { colSpan: 5 }),
      ),
      tallRow(18, cell(content.expectedGoal, { colSpan: 3 }), cell(content.actualGoal, { colSpan: 5 })),
      ...scoreRows(input),
      ...adjustmentRows(content),
      totalRow(input),
      ...recheckRows(input),
      ...(firstText(content.executionReason) === ''
        ? []
        : [textRow('执行率偏低的原因', content.executionReason)]),
      textRow('存在问题', content.problems),
      textRow('改进措施及结果应用方案', content.measures),
      ...opinionRows(input.opinions, { label: 2, value: 8 }),
    ],
  })
}

function fundRows({
  content,
  executionWeight_x100 = 1000,
  layout = NATIONAL,
}: SelfEvaluationInput): TableRow[] {
  const funds = content.funds ?? []
  return [
    row(
      label('项目资金\n（万元）', { colSpan: 2, rowSpan: funds.length + 2 }),
      head('资金来源', { colSpan: 2 }),
      ...['年初预算数', layout.budgetLabel].map((text) => head(text)),
      head('全年执行数（B）', { colSpan: 2 }),
      ...['执行率（B/A）', '分值 / 得分'].map((text) => head(text)),
    ),
    row(
      label('年度资金总额', { colSpan: 2 }),
      ...fundCells(funds),
      label(`${weight(executionWeight_x100)} / ${score(content.executionScore_x100)}`),
    ),
    ...funds.map((fund) =>
      row(cell(`其中：${fund.fund ?? ''}`, { colSpan: 2 }), ...fundCells([fund]), label('—')),
    ),
  ]
}

function fundCells(funds: readonly Labelled<EvaluationSelfFundsRow>[]): TableCell[] {
  return [
    figure(moneySum(funds.map((fund) => fund.initial_fen))),
    figure(moneySum(funds.map((fund) => fund.adjusted_fen))),
    figure(moneySum(funds.map((fund) => fund.executed_fen)), { colSpan: 2 }),
    figure(
      rate(fenSum(funds.map((fund) => fund.executed_fen)), fenSum(funds.map((fund) => fund.adjusted_fen))),
    ),
  ]
}

function scoreRows({ content, layout = NATIONAL }: SelfEvaluationInput): TableRow[] {
  const rows = content.scores ?? []
  const finance = layout.financeScores_x100
  const last = { colSpan: finance ? 1 : 2 }
  const spans = levelSpans(rows)
  const names = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', layout.scoreLabel]
  return [
    row(
      label('绩效指标', { rowSpan: rows.length + 1 }),
      ...names.map((text) => head(text)),
      ...(finance ? [head('财政审核评分')] : []),
      head('偏差原因分析及改进措施', last),
    ),
    ...rows.map((indicator, index) =>
      row(
        ...levelCells(rows, spans, index),
        cell(indicator.name),
        label(indicator.targetText ?? ''),
        label(firstText(indicator.actualText, indicator.actual, day(indicator.actualDate))),
        figure(weight(indicator.weight_x100)),
        figure(score(indicator.score_x100 ?? indicator.computedScore_x100)),
        ...(finance ? [figure(score(finance[index]))] : []),
        cell(firstText(indicator.deviationReason, indicator.overReason), last),
      ),
    ),
  ]
}

/** What local rules or the reviewer add or take: lines of their own, so that the column still adds up. */
function adjustmentRows({ adjustments }: Labelled<EvaluationSelfContent>): TableRow[] {
  return (adjustments ?? []).map(({ label: what, points_x100 }) =>
    row(
      head(what ?? '', { colSpan: 6 }),
      label('—'),
      figure(`${(points_x100 ?? 0) > 0 ? '+' : ''}${score(points_x100)}`),
      cell('', { colSpan: 2 }),
    ),
  )
}

/** What the reviewers made of the total, beside the unit's own. */
function recheckRows({ content }: SelfEvaluationInput): TableRow[] {
  const lines = [
    ['主管部门复核总分', content.departmentTotal_x100],
    ['财政复核总分', content.financeTotal_x100],
  ] as const
  return lines.flatMap(([title, total]) => {
    if (total == null) return []
    const gap = total - (content.totalScore_x100 ?? 0)
    const words = gap === 0 ? '与自评相同' : `与自评相差${gap > 0 ? '+' : ''}${score(gap)}分`
    return [row(head(title, { colSpan: 6 }), label('—'), figure(score(total)), label(words, { colSpan: 2 }))]
  })
}

/** 分地区完成情况: which place reached what with which money. */
function placeTable({ placeResults, scores }: Labelled<EvaluationSelfContent>): TableBlock {
  return listTable({
    caption: '分地区完成情况',
    head: ['三级指标', '地区', '资金（万元）', '实际完成数'],
    columns: columns(4, 3, [2, 'right'], [2, 'right']),
    size: 'small',
    rows: (placeResults ?? []).map(({ row: number, place, money_fen, actual }) => [
      scores?.[(number ?? 0) - 1]?.name ?? '',
      place ?? '',
      money(money_fen),
      actual ?? '',
    ]),
  })
}

function totalRow({ content, executionWeight_x100 = 1000 }: SelfEvaluationInput): TableRow {
  const weights = [executionWeight_x100, ...(content.scores ?? []).map((indicator) => indicator.weight_x100)]
  const grade = firstText(content.grade)
  return row(
    head('总分', { colSpan: 6 }),
    figure(weightSum(weights), { isBold: true }),
    figure(score(content.totalScore_x100), { isBold: true }),
    label(grade === '' ? '' : `自评等级：${grade}`, { colSpan: 2 }),
  )
}
