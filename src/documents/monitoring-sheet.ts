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
import type { MonitoringRoundContent, MonitoringRoundExecutionRow } from '../domain/forms/contents.ts'
import { levelCells, levelSpans } from './shared/indicators.ts'
import type { DocumentFrame, ProjectHead, SignedOpinion } from './shared/input.ts'
import { documentOf, formPage, opinionRows, referenceBlock } from './shared/parts.ts'
import { day, fenSum, firstText, money, moneySum, rate, tick } from './shared/text.ts'

export type MonitoringSheetInput = {
  readonly frame: DocumentFrame
  readonly project: ProjectHead
  readonly content: Labelled<MonitoringRoundContent>
  readonly annualGoal?: string | null
  /** Light of the money and of each indicator (by `indicatorId`), in words: 绿灯, 黄灯, 红灯, 待定. */
  readonly lights: MonitoringLights
  readonly opinions: readonly SignedOpinion[]
  readonly submittedOn?: string | null
}

export type MonitoringLights = {
  readonly project?: string
  readonly projectReason?: string
  readonly money?: string
  readonly byIndicator?: Readonly<Record<string, string>>
}

/** The five causes and three likelihoods of the form (财预〔2019〕136号), as labelled content has them. */
const CAUSES = ['经费保障', '制度保障', '人员保障', '硬件条件保障', '其他']
const LIKELIHOODS = ['确定能', '有可能', '完全不可能']

/** 项目支出绩效目标执行监控表: money and indicators on one sheet, which is what 双监控 means. */
export function buildMonitoringSheet(input: MonitoringSheetInput): DocumentBlocks {
  const { project, content, frame } = input
  return documentOf('项目支出绩效目标执行监控表', frame, [
    formPage(
      'landscape',
      {
        kind: 'title',
        text: '项目支出绩效目标执行监控表',
        subtitle: `（${project.fiscalYear}年1—${content.month ?? ''}月）`,
      },
      {
        kind: 'formLine',
        parts: [`填报单位：${project.unitName}`, `报送日期：${day(input.submittedOn)}`, '单位：万元'],
      },
      fundTable(input),
      indicatorTable(input),
      milestoneTable(content),
      extendedTable(content),
      conclusionTable(input),
      checkTable(content),
      referenceBlock(frame.references),
    ),
  ])
}

function fundTable({ project, content, annualGoal, lights }: MonitoringSheetInput): TableBlock {
  const months = `1—${content.month ?? ''}月`
  const funds = content.execution ?? []
  const department = [project.departmentName, project.departmentCode].filter(Boolean).join(' ')
  return table({
    columns: columns(3, 3.4, 2.4, 2.4, 2.4, 2.2, 2.6, 1.8),
    headerRows: 0,
    size: 'small',
    rows: [
      row(label('项目名称'), cell(project.name, { colSpan: 7 })),
      row(
        label('主管部门及代码'),
        cell(department, { colSpan: 3 }),
        label('实施单位'),
        cell(project.unitName, { colSpan: 3 }),
      ),
      row(
        label('项目资金\n（万元）', { rowSpan: funds.length + 2 }),
        ...[
          '资金来源',
          '年初预算数',
          '调整后预算数',
          `${months}执行数`,
          `${months}执行率`,
          '全年预计执行数',
          '灯色',
        ].map((text) => head(text)),
      ),
      row(
        label('年度资金总额'),
        ...sumCells(funds),
        label(lights.money ?? '', { rowSpan: funds.length + 1 }),
      ),
      ...funds.map((fund) => row(cell(`其中：${fund.fund ?? ''}`), ...sumCells([fund]))),
      row(label('年度总体目标'), cell(annualGoal, { colSpan: 7 })),
    ],
  })
}

function sumCells(funds: readonly Labelled<MonitoringRoundExecutionRow>[]): TableCell[] {
  const adjusted = fenSum(funds.map((fund) => fund.adjusted_fen))
  const paid = fenSum(funds.map((fund) => fund.paid_fen))
  return [
    figure(moneySum(funds.map((fund) => fund.budget_fen))),
    figure(moneySum(funds.map((fund) => fund.adjusted_fen))),
    figure(moneySum(funds.map((fund) => fund.paid_fen))),
    figure(rate(paid, adjusted)),
    figure(moneySum(funds.map((fund) => fund.expected_fen))),
  ]
}

function indicatorTable({ content, lights }: MonitoringSheetInput): TableBlock {
  const rows = content.progress ?? []
  const spans = levelSpans(rows)
  const months = `1—${content.month ?? ''}月`
  const tall = (text: string) => head(text, { rowSpan: 2 })
  return table({
    columns: columns(2, 2.2, 3.6, 2, 2.4, 2.4, 1.2, 1.2, 1.2, 1.4, 1.2, 4, 1.2, 1.2, 1.4, 1.4, 2),
    headerRows: 2,
    size: 'tiny',
    rows: [
      row(
        ...['一级指标', '二级指标', '三级指标', '年度指标值', `${months}执行情况`, '全年预计完成情况'].map(
          tall,
        ),
        head('偏差原因分析', { colSpan: 6 }),
        head('完成目标可能性', { colSpan: 3 }),
        tall('灯色'),
        tall('备注'),
      ),
      row(...CAUSES.map((text) => head(text)), head('原因说明'), ...LIKELIHOODS.map((text) => head(text))),
      ...rows.map((indicator, index) =>
        row(
          ...levelCells(rows, spans, index),
          cell(indicator.name),
          label(indicator.targetText ?? ''),
          label(firstText(indicator.actualText, indicator.actual)),
          label(firstText(indicator.expectedText, indicator.expected)),
          ...CAUSES.map((cause) => label(tick(indicator.causes?.includes(cause)))),
          cell(indicator.causeText),
          ...LIKELIHOODS.map((likelihood) => label(tick(indicator.likelihood === likelihood))),
          label(lights.byIndicator?.[indicator.indicatorId ?? ''] ?? ''),
          cell(indicator.note),
        ),
      ),
    ],
  })
}

function milestoneTable({ milestones = [] }: Labelled<MonitoringRoundContent>): TableBlock | undefined {
  const rows = milestones ?? []
  if (rows.length === 0) return undefined
  return listTable({
    caption: '关键节点',
    head: ['节点', '计划日期', '实际日期', '预计日期', '说明'],
    columns: columns(5, [3, 'center'], [3, 'center'], [3, 'center'], 6),
    rows: rows.map((one) => [
      one.label ?? '',
      day(one.plannedOn),
      day(one.actualOn),
      day(one.expectedOn),
      one.note ?? '',
    ]),
  })
}

function extendedTable({ extended = [] }: Labelled<MonitoringRoundContent>): TableBlock | undefined {
  const rows = extended ?? []
  if (rows.length === 0) return undefined
  return listTable({
    caption: '扩展内容',
    unit: '单位：万元',
    head: ['内容', '进展', '情况说明', '合同或涉及金额'],
    columns: columns(4, [3, 'center'], 10, [3, 'right']),
    rows: rows.map((one) => [one.item ?? '', one.state ?? '', one.facts ?? '', money(one.amount_fen)]),
  })
}

function conclusionTable(input: MonitoringSheetInput): TableBlock {
  const { content, lights } = input
  const owner = [content.correctionOwner, day(content.correctionDueOn)].filter(Boolean).join('，')
  const light = [lights.project, lights.projectReason].filter(Boolean).join('：')
  const textRow = (name: string, text: string | null | undefined): TableRow => row(label(name), cell(text))
  return table({
    columns: columns(3, 17),
    headerRows: 0,
    size: 'small',
    rows: [
      textRow('执行进度偏差原因', content.executionCause),
      textRow('情况分析', content.analysis),
      textRow(
        '纠偏措施',
        [content.correctionMeasure, owner === '' ? '' : `（责任人和完成日期：${owner}）`]
          .filter(Boolean)
          .join(''),
      ),
      textRow('项目灯色及理由', light),
      textRow('研判结果', content.verdicts?.join('、')),
      ...(content.judgements ?? []).map((one) =>
        textRow(
          '风险研判和措施',
          `${one.verdict ?? ''}（${one.level ?? ''}）：${one.basis ?? ''}；措施：${one.measure ?? ''}`,
        ),
      ),
      tallRow(14, label('监控意见'), cell(content.opinion)),
      ...opinionRows(input.opinions, { label: 1, value: 1 }),
    ],
  })
}

function checkTable(content: Labelled<MonitoringRoundContent>): TableBlock | undefined {
  const checks = content.fieldChecks ?? []
  if (checks.length === 0) return undefined
  return listTable({
    caption: '调研和现场检查记录',
    head: ['日期', '形式', '地点', '参加人员', '检查情况', '被检查单位签字人'],
    columns: columns([2.4, 'center'], [2, 'center'], 3, 3, 8, [2.4, 'center']),
    rows: checks.map((check) => [
      day(check.checkedOn),
      check.form ?? '',
      check.place ?? '',
      check.persons ?? '',
      check.facts ?? '',
      check.signedBy ?? '',
    ]),
  })
}
