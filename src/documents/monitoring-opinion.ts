import type { Block, DocumentBlocks } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import { quote } from '../domain/shared/quote.ts'
import { columns, heading, listTable, paragraph } from '../domain/documents/make-block.ts'
import type { MonitoringFindingContent } from '../domain/forms/contents.ts'
import type { DocumentFrame, LetterHead, ProjectHead } from './shared/input.ts'
import { letterDocument } from './shared/parts.ts'
import { chineseNumber, clause, day, money, moneySum, sentence } from './shared/text.ts'
import { titleLines } from './shared/title-lines.ts'

export type MonitoringOpinionInput = {
  readonly frame: DocumentFrame
  readonly head: LetterHead
  readonly project: ProjectHead
  /** One or more findings of the round. */
  readonly findings: readonly Labelled<MonitoringFindingContent>[]
  /** The month the monitored period ends with. */
  readonly month?: number | null
  /** 执行数 and 执行率 of the period in words, for example `1—7月执行180.00万元，执行率36.00%`. */
  readonly executionSentence?: string
  /** What kind of change it is (调整 or 调剂), where the finding says so, with the approval it rests on. */
  readonly budgetChange?: string
  /** What it does to the money of next year. */
  readonly nextYear?: string
  readonly addressee?: string
}

/** 监控整改和预算调剂意见 (plan 三(三)): problems, what the finance bureau decides on each, deadlines. */
export function buildMonitoringOpinion(input: MonitoringOpinionInput): DocumentBlocks {
  const { project, head, findings } = input
  const monitored = input.month === null || input.month === undefined ? '' : `1—${input.month}月`
  const execution = input.executionSentence === undefined ? '' : `${clause(input.executionSentence)}。`
  return letterDocument({
    frame: input.frame,
    head,
    title: titleLines(`${head.issuer}关于`, project.name, '绩效运行监控', '整改和预算调剂的意见'),
    addressee: input.addressee ?? project.departmentName,
    body: [
      paragraph(
        `我局对${quote(project.name)}（实施单位：${project.unitName}）${project.fiscalYear}年${monitored}预算执行情况和` +
          `绩效目标完成情况进行了双监控。${execution}现就监控发现的问题提出以下整改和预算调剂意见。`,
      ),
      heading(1, '一、发现的问题和处理意见'),
      ...findings.flatMap((finding, index) => findingBlocks(finding, index, findings.length)),
      ...(input.budgetChange ? [paragraph(input.budgetChange, '预算调整：')] : []),
      ...(input.nextYear ? [paragraph(input.nextYear, '对下一年度的影响：')] : []),
      heading(1, '二、处理意见汇总'),
      summaryTable(findings),
      heading(1, '三、工作要求'),
      paragraph(
        '请你单位督促实施单位逐项制定整改措施，明确责任人和完成时限，按期完成整改，' +
          '并在整改期限届满前书面报告整改结果，附佐证资料。涉及预算调剂、调减和收回资金的，按规定程序办理。',
      ),
    ],
  })
}

function findingBlocks(finding: Labelled<MonitoringFindingContent>, index: number, count: number): Block[] {
  const amount = money(finding.amount_fen)
  const due = day(finding.dueOn)
  return [
    ...(count === 1
      ? [paragraph(sentence(finding.problem), '问题：')]
      : [heading(2, `（${chineseNumber(index + 1)}）${clause(finding.problem)}`)]),
    paragraph(sentence(finding.evidence), '依据：'),
    paragraph(
      sentence(
        `${finding.opinionType ?? ''}${amount === '' ? '' : `，涉及金额${amount}万元`}。${finding.requirement ?? ''}`,
      ),
      '处理意见：',
    ),
    ...transferBlocks(finding),
    ...(due === '' ? [] : [paragraph(`${due}前完成整改。`, '整改期限：')]),
  ]
}

/** Where the money goes, line by line; both sides are equal by MON-033. */
function transferBlocks({ transfers }: Labelled<MonitoringFindingContent>): Block[] {
  const rows = transfers ?? []
  if (rows.length === 0) return []
  return [
    listTable({
      caption: '预算调剂明细',
      unit: '单位：万元',
      head: ['方向', '项目', '项目代码', '金额', '用途'],
      columns: columns([1.8, 'center'], 6, [3, 'center'], [2.4, 'right'], 3),
      rows: rows.map((one) => [
        one.direction ?? '',
        one.projectName ?? '',
        one.projectCode ?? '',
        money(one.amount_fen),
        one.reason ?? '',
      ]),
    }),
  ]
}

function summaryTable(findings: readonly Labelled<MonitoringFindingContent>[]): Block {
  return listTable({
    unit: '单位：万元',
    head: ['序号', '问题', '涉及资金', '处理意见', '涉及金额', '整改期限'],
    columns: columns([1.2, 'center'], 5.2, [2.2, 'center'], [2.2, 'center'], [2, 'right'], [2.6, 'center']),
    rows: [
      ...findings.map((finding, index) => [
        String(index + 1),
        clause(finding.problem),
        finding.fund ?? '',
        finding.opinionType ?? '',
        money(finding.amount_fen),
        day(finding.dueOn),
      ]),
      ['', '合计', '', '', moneySum(findings.map((finding) => finding.amount_fen)), ''],
    ],
  })
}
