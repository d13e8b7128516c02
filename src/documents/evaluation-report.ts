import type { Block, DocumentBlocks, TableBlock } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import {
  cell,
  columns,
  figure,
  head,
  heading,
  label,
  listTable,
  paragraph,
  paragraphs,
  row,
  table,
} from '../domain/documents/make-block.ts'
import type { EvaluationFinanceContent, EvaluationFinanceScoresRow } from '../domain/forms/contents.ts'
import type { DateText } from '../domain/shared/dates.ts'
import { findFen } from '../domain/shared/money.ts'
import { evaluatorOf, executorFacts, signatureLines } from './evaluation-executor.ts'
import { type EvaluationDays, processBlocks, type SurveyFigures } from './evaluation-process.ts'
import { type Bar, barChart } from './shared/bar-chart.ts'
import { levelCells, levelSpans } from './shared/indicators.ts'
import type { DocumentFrame, ProjectHead } from './shared/input.ts'
import { reportDocument } from './shared/report.ts'
import {
  chineseNumber,
  clause,
  day,
  firstText,
  money,
  period,
  rate,
  score,
  scoreSum,
  sentence,
  weight,
  weightSum,
} from './shared/text.ts'

export type EvaluationReportInput = {
  readonly frame: DocumentFrame
  readonly project: ProjectHead
  readonly content: Labelled<EvaluationFinanceContent>
  /** 委托单位 or 组织单位, for example 示例县财政局. */
  readonly commissioner: string
  /** Whether a group of that body evaluated, and no institution. */
  readonly isOwn?: boolean
  readonly reportedOn?: DateText | null
  readonly annualGoal?: string | null
  /** The unit's own evaluation, for comparison. */
  readonly self?: { readonly totalScore_x100?: number | null; readonly grade?: string | null }
  readonly days?: EvaluationDays
  readonly survey?: SurveyFigures
  /** Why an indicator has its points, by its number: the rule's own words. */
  readonly reasons?: Readonly<Record<string, string>>
  /** Agreement of several evaluators, in words. */
  readonly agreement?: string
  /** Every figure of the report with the record and the rule it comes from. */
  readonly traces?: readonly FigureTrace[]
}

/** Where a figure of the report comes from. */
export type FigureTrace = {
  readonly figure: string
  readonly value: string
  /** Record and version, and the section in it. */
  readonly record: string
  /** Rule that computed it; empty where it was filled in. */
  readonly rule: string
}

type Scores = readonly Labelled<EvaluationFinanceScoresRow>[]

/** 财政评价报告: outline of 财预〔2020〕10号 annex 3, seven parts, with the score table behind. */
export function buildEvaluationReport(input: EvaluationReportInput): DocumentBlocks {
  const { project, content, frame } = input
  return reportDocument({
    frame,
    title: `${project.name}\n绩效评价报告`,
    head: {
      issuer: evaluatorOf(input),
      date: day(input.reportedOn),
      facts: [
        { label: '评价项目', value: project.name },
        { label: '实施单位', value: project.unitName },
        { label: '主管部门', value: project.departmentName },
        ...executorFacts(input),
      ],
    },
    body: [
      ...situationBlocks(input),
      ...workBlocks(input),
      ...conclusionBlocks(input),
      ...analysisBlocks(input),
      ...problemBlocks(content),
      heading(1, '七、其他需要说明的问题'),
      ...otherBlocks(content),
      ...signatureLines(input),
    ],
    annexes: [
      { title: '绩效评价指标评分表', blocks: [scoreTable(content.scores ?? [])] },
      { title: '问题清单', blocks: [problemTable(content)] },
      { title: '数据来源和计算依据', blocks: [traceTable(input.traces ?? [])] },
    ],
  })
}

function situationBlocks({ project, content, annualGoal }: EvaluationReportInput): Block[] {
  const received = findFen(content.received_fen)
  return [
    heading(1, '一、基本情况'),
    heading(2, '（一）项目概况'),
    ...paragraphs(project.overview),
    paragraph(`项目期：${period(project.periodStart, project.periodEnd)}。`),
    heading(2, '（二）资金到位和使用情况'),
    paragraph(
      `${project.fiscalYear}年度预算资金${money(content.budget_fen)}万元，实际到位${money(content.received_fen)}万元，` +
        `资金到位率${rate(received, findFen(content.budget_fen))}；实际支出${money(content.spent_fen)}万元，` +
        `预算执行率${rate(findFen(content.spent_fen), received)}（按实际支出资金与实际到位资金计算）。`,
    ),
    heading(2, '（三）项目绩效目标'),
    ...paragraphs(annualGoal),
  ]
}

function workBlocks({ content, days = {}, survey, agreement, isOwn }: EvaluationReportInput): Block[] {
  return [
    heading(1, '二、绩效评价工作开展情况'),
    heading(2, '（一）评价目的、对象和范围'),
    ...paragraphs(content.purpose),
    ...paragraphs(content.scope),
    heading(2, '（二）评价指标体系、方法和标准'),
    paragraph(
      '评价指标体系由决策、过程、产出、效益四部分组成，满分100分（见附件1）；' +
        `评价方法：${(content.methods ?? []).join('、') || '未填写'}；评价标准为计划标准、行业标准和历史标准。`,
    ),
    heading(2, '（三）评价过程'),
    ...processBlocks(content, days, survey, isOwn),
    ...(agreement ? [paragraph(agreement, '评分一致程度。')] : []),
  ]
}

function conclusionBlocks({ content, self }: EvaluationReportInput): Block[] {
  const scores = content.scores ?? []
  const groups = [...new Set(scores.map((one) => one.level1 ?? ''))]
  const own = score(self?.totalScore_x100)
  return [
    heading(1, '三、综合评价情况及评价结论'),
    paragraph(
      `经综合评价，项目得分${score(content.totalScore_x100)}分，评价等级为“${content.grade ?? ''}”。` +
        (own === '' ? '' : `单位自评得分${own}分，自评等级为“${self?.grade ?? ''}”。`),
    ),
    ...paragraphs(content.conclusion),
    listTable({
      caption: '综合评分情况',
      head: ['指标', '分值', '得分', '得分率'],
      columns: columns(3, [1.4, 'right'], [1.4, 'right'], [1.4, 'right']),
      size: 'normal',
      rows: [
        ...groups.map((group) =>
          sumRow(
            group,
            scores.filter((one) => (one.level1 ?? '') === group),
          ),
        ),
        sumRow('合计', scores),
      ],
    }),
    barChart(
      '各部分得分率',
      ['指标', '得分率', '数值'],
      groups.map((group) =>
        barOf(
          group,
          scores.filter((one) => (one.level1 ?? '') === group),
        ),
      ),
    ),
  ]
}

function barOf(name: string, scores: Scores): Bar {
  const weights = scores.reduce((sum, one) => sum + (one.weight_x100 ?? 0), 0)
  const points = scores.reduce((sum, one) => sum + (one.score_x100 ?? 0), 0)
  return {
    name,
    share_bp: weights === 0 ? 0 : Math.round((points * 10_000) / weights),
    value: rate(BigInt(points), BigInt(weights)),
  }
}

function sumRow(name: string, scores: Scores): string[] {
  const weights = scores.map((one) => one.weight_x100)
  const points = scores.map((one) => one.score_x100)
  const total = (values: readonly (number | null | undefined)[]) =>
    BigInt(values.reduce<number>((sum, value) => sum + (value ?? 0), 0))
  return [name, weightSum(weights), scoreSum(points), rate(total(points), total(weights))]
}

/** Each part with its rate, what was lost, and every indicator with its reason. */
function analysisBlocks({ content, reasons = {} }: EvaluationReportInput): Block[] {
  const scores = content.scores ?? []
  const groups = [...new Set(scores.map((one) => one.level1 ?? ''))]
  return [
    heading(1, '四、绩效评价指标分析'),
    ...groups.flatMap((group, index) => {
      const own = scores.filter((one) => (one.level1 ?? '') === group)
      return [
        heading(2, `（${chineseNumber(index + 1)}）项目${group}情况`),
        paragraph(summaryOf(group, own)),
        ...own.map((one, position) =>
          paragraph(
            `分值${weight(one.weight_x100)}分，得分${score(one.score_x100)}分。${sentence(one.basis)}${reasons[one.itemCode ?? ''] ?? ''}`,
            `${position + 1}.${one.name ?? ''}。`,
          ),
        ),
      ]
    }),
  ]
}

function summaryOf(group: string, own: Scores): string {
  const { value } = barOf(group, own)
  const lost = own.filter((one) => (one.score_x100 ?? 0) < (one.weight_x100 ?? 0))
  const names = lost.map(
    (one) => `${one.name ?? ''}失${weight((one.weight_x100 ?? 0) - (one.score_x100 ?? 0))}分`,
  )
  const whole = `${group}指标${own.length}项，分值${weightSum(own.map((one) => one.weight_x100))}分，得分${scoreSum(own.map((one) => one.score_x100))}分，得分率${value}`
  return `${whole}${names.length === 0 ? '，没有失分。' : `；失分在：${names.join('、')}。`}`
}

function problemBlocks(content: Labelled<EvaluationFinanceContent>): Block[] {
  const problems = content.problems ?? []
  return [
    heading(1, '五、主要经验及做法、存在的问题及原因分析'),
    heading(2, '（一）主要经验及做法'),
    ...paragraphs(content.experience),
    heading(2, '（二）存在的问题及原因分析'),
    ...(problems.length === 0
      ? paragraphs(content.noProblemReason, '未发现问题。')
      : problems.map((one, index) =>
          paragraph(`${index + 1}.${sentence(one.problem)}${sentence(one.evidence)}`),
        )),
    heading(1, '六、有关建议'),
    ...(problems.length === 0
      ? [paragraph('无。')]
      : problems.map((one, index) => paragraph(`${index + 1}.${sentence(one.suggestion)}`))),
  ]
}

function otherBlocks(content: Labelled<EvaluationFinanceContent>): Block[] {
  const reply = firstText(content.replyKind)
  const violation = content.hasSeriousViolation
    ? `存在严重违规：${sentence(content.seriousViolation)}`
    : '未发现严重违规问题。'
  return [
    paragraph(violation),
    paragraph(
      reply === ''
        ? '被评价单位意见：尚未反馈。'
        : `被评价单位意见：${reply}。${sentence(content.unitReply)}${sentence(content.replyHandling)}`,
    ),
  ]
}

function scoreTable(scores: Scores): TableBlock {
  const spans = levelSpans(scores)
  return table({
    columns: columns(1.8, 1.9, 2.8, [1.1, 'right'], [1.2, 'right'], 7),
    headerRows: 1,
    size: 'small',
    rows: [
      row(...['一级指标', '二级指标', '三级指标', '分值', '得分', '评分依据'].map((text) => head(text))),
      ...scores.map((one, index) =>
        row(
          ...levelCells(scores, spans, index),
          cell(one.name),
          figure(weight(one.weight_x100)),
          figure(score(one.score_x100)),
          cell(one.basis),
        ),
      ),
      row(
        label('合计', { colSpan: 3 }),
        figure(weightSum(scores.map((one) => one.weight_x100))),
        figure(scoreSum(scores.map((one) => one.score_x100))),
        cell(''),
      ),
    ],
  })
}

function problemTable(content: Labelled<EvaluationFinanceContent>): TableBlock {
  return listTable({
    unit: '单位：万元',
    head: ['序号', '问题', '依据', '涉及指标', '涉及金额', '建议'],
    columns: columns([1.2, 'center'], 4, 4, 2.4, [1.8, 'right'], 4),
    rows: (content.problems ?? []).map((one, index) => [
      String(index + 1),
      clause(one.problem),
      clause(one.evidence),
      one.indicator ?? '',
      money(one.amount_fen),
      clause(one.suggestion),
    ]),
    whenEmpty: '未发现问题',
  })
}

function traceTable(traces: readonly FigureTrace[]): TableBlock {
  return listTable({
    head: ['序号', '数据', '数值', '来自哪份记录', '计算规则'],
    columns: columns([1.1, 'center'], 4, [2.6, 'right'], 5.2, 4.2),
    rows: traces.map(({ figure: name, value, record, rule }, index) => [
      String(index + 1),
      name,
      value,
      record,
      rule === '' ? '填报' : rule,
    ]),
    whenEmpty: '没有可以列出的数据',
  })
}
