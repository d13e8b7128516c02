import type { Block, DocumentBlocks } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import { columns, heading, listTable, paragraphs } from '../domain/documents/make-block.ts'
import type { PilotIntegratedReportContent } from '../domain/forms/contents.ts'
import type { DateText } from '../domain/shared/dates.ts'
import type { DocumentFrame, ProjectHead } from './shared/input.ts'
import { reportDocument } from './shared/report.ts'
import { numberedTitle, type StagePart, stageBlocks } from './shared/stage-part.ts'
import { day, firstText, money, period } from './shared/text.ts'

export type IntegratedReportInput = {
  readonly frame: DocumentFrame
  readonly project: ProjectHead
  readonly content: Labelled<PilotIntegratedReportContent>
  readonly issuer: string
  readonly reportedOn?: DateText | null
  /** The five stage reports in the order of the plan. */
  readonly stages: readonly StagePart[]
}

/** 一体化评价报告 of one project at the end of its cycle, with its five stage reports inside (plan 四(一)). */
export function buildIntegratedReport(input: IntegratedReportInput): DocumentBlocks {
  const { project, content } = input
  return reportDocument({
    frame: input.frame,
    title: `${project.name}\n预算绩效一体化评价报告`,
    head: {
      issuer: input.issuer,
      date: day(input.reportedOn),
      facts: [
        { label: '试点项目', value: project.name },
        { label: '市、县（区）', value: project.jurisdictionName },
        { label: '主管部门', value: project.departmentName },
        { label: '实施单位', value: project.unitName },
        { label: '报送单位', value: input.issuer },
      ],
    },
    body: [
      heading(1, '一、项目概况'),
      ...paragraphs(content.overview),
      projectTable(project),
      heading(1, '二、一体化管理组织实施'),
      ...paragraphs(content.organisation),
      heading(1, '三、分阶段绩效管理情况'),
      stageOverview(input.stages),
      ...input.stages.flatMap((part, index) => [
        heading(2, numberedTitle(2, index + 1, firstText(part.content.stage))),
        ...stageBlocks(part, 3),
      ]),
      ...closingBlocks(content),
    ],
  })
}

function closingBlocks(content: Labelled<PilotIntegratedReportContent>): Block[] {
  return [
    heading(1, '四、管理成效'),
    ...paragraphs(content.effects),
    heading(1, '五、经验做法'),
    ...paragraphs(content.experience),
    heading(1, '六、存在问题'),
    ...paragraphs(content.problems),
    heading(1, '七、意见建议'),
    ...paragraphs(content.suggestions),
  ]
}

function projectTable(project: ProjectHead): Block {
  return listTable({
    caption: '项目基本情况',
    unit: '单位：万元',
    head: ['项目代码', '主管部门', '实施单位', '项目期', '实施期资金', '年度资金'],
    columns: columns(2.6, 2.8, 3, [3, 'center'], [2, 'right'], [2, 'right']),
    rows: [
      [
        project.code ?? '',
        project.departmentName,
        project.unitName,
        period(project.periodStart, project.periodEnd),
        money(project.total_fen),
        money(project.annual_fen),
      ],
    ],
  })
}

/** Which of the five were carried out; a missing one carries its reason. */
export function stageOverview(stages: readonly StagePart[]): Block {
  return listTable({
    caption: '五个阶段开展情况',
    head: ['阶段', '是否开展', '未开展的原因'],
    columns: columns(3, [1.6, 'center'], 6),
    rows: stages.map((part) => [
      firstText(part.content.stage),
      part.content.isCarriedOut === false ? '否' : '是',
      part.content.isCarriedOut === false ? firstText(part.content.missingReason) : '',
    ]),
  })
}
