import type { DocumentBlocks } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import {
  cell,
  columns,
  figure,
  heading,
  label,
  paragraph,
  paragraphs,
  row,
  table,
} from '../domain/documents/make-block.ts'
import type { TargetsSheetContent } from '../domain/forms/contents.ts'
import { indicatorHeadRow, indicatorRows } from './shared/indicators.ts'
import type { DateText } from '../domain/shared/dates.ts'
import { quote, yearBefore } from '../domain/shared/quote.ts'
import type { DocumentFrame, LetterHead, ProjectHead } from './shared/input.ts'
import { letterDocument } from './shared/parts.ts'
import { day, money, weightSum } from './shared/text.ts'
import { titleLines } from './shared/title-lines.ts'

export type TargetApprovalInput = {
  readonly frame: DocumentFrame
  readonly head: LetterHead
  readonly project: ProjectHead
  readonly content: Labelled<TargetsSheetContent>
  /** 预算批复金额; the annual total of the sheet when not given. */
  readonly arranged_fen?: string | null
  /** Whether a third party gave its opinion; the letter claims no review that did not take place. */
  readonly hasJointReview?: boolean
  /** 主送; the competent department when not given. */
  readonly addressee?: string
  /** The last day on which the target may be made public. */
  readonly disclosureDueOn?: DateText
}

/**
 * 绩效目标批复: the target goes down with the budget in the same letter (同步批复, plan 三(二)), and is
 * the measure of monitoring and evaluation from then on.
 */
export function buildTargetApproval(input: TargetApprovalInput): DocumentBlocks {
  const { project, content, head } = input
  const amount = money(input.arranged_fen ?? content.total_fen)
  const due = input.disclosureDueOn === undefined ? '' : `，并于${day(input.disclosureDueOn)}前向社会公开`
  return letterDocument({
    frame: input.frame,
    head,
    title: titleLines(
      `${head.issuer}关于批复`,
      yearBefore(project.fiscalYear, project.name),
      project.name,
      '预算和绩效目标的通知',
    ),
    addressee: input.addressee ?? project.departmentName,
    body: [
      paragraph(
        `你单位申报的${yearBefore(project.fiscalYear, project.name)}${quote(project.name)}（实施单位：${project.unitName}）预算和绩效目标，` +
          `经初审、复核${input.hasJointReview === false ? '' : '和联审'}，现予批复。`,
      ),
      heading(1, '一、预算'),
      paragraph(
        `安排${project.fiscalYear}年度预算${amount}万元，其中财政拨款${money(content.fiscal_fen) || '0.00'}万元，` +
          `其他资金${money(content.other_fen) || '0.00'}万元。`,
      ),
      heading(1, '二、年度绩效目标'),
      ...paragraphs(content.annualGoal),
      paragraph('绩效指标及指标值见附件。'),
      heading(1, '三、有关要求'),
      paragraph(
        '绩效目标与预算同步下达，是执行监控和绩效评价的依据，执行中不得自行调整。' +
          '因政策变化、突发事件等确需调整的，按规定程序报批。',
      ),
      paragraph(`你单位应督促实施单位落实责任，对绩效目标实现程度和预算执行进度实行双监控${due}。`),
    ],
    annexes: [{ title: '批复的项目支出绩效目标', blocks: [approvedTable(input)] }],
  })
}

/** The indicators of an approved target with their weights. */
export function approvedTable({ content }: Pick<TargetApprovalInput, 'content'>) {
  const indicators = content.indicators ?? []
  return table({
    columns: columns(2, 2.4, 4.4, 2.6, 1.3, 2.8),
    headerRows: 1,
    size: 'small',
    rows: [
      indicatorHeadRow(),
      ...indicatorRows(indicators),
      row(
        label('权重合计', { colSpan: 4 }),
        figure(weightSum(indicators.map((indicator) => indicator.weight_x100))),
        cell('另有预算执行率10分'),
      ),
    ],
  })
}
