import type { DocumentBlocks } from '../domain/documents/block.ts'
import { quote } from '../domain/shared/quote.ts'
import { paragraph } from '../domain/documents/make-block.ts'
import type { DateText } from '../domain/shared/dates.ts'
import type { DocumentFrame, ProjectHead } from './shared/input.ts'
import { reportDocument } from './shared/report.ts'
import { type StagePart, stageBlocks } from './shared/stage-part.ts'
import { day, firstText, money } from './shared/text.ts'

export type StageReportInput = StagePart & {
  readonly frame: DocumentFrame
  readonly project: ProjectHead
  readonly issuer: string
  readonly reportedOn?: DateText | null
  /** 实施力量, for example 委托机构：示例绩效咨询有限公司. */
  readonly executor?: string
}

/** 分阶段绩效管理报告: one of the five the plan asks for (二(三)). */
export function buildStageReport(input: StageReportInput): DocumentBlocks {
  const { project, content } = input
  const stage = firstText(content.stage, '分阶段绩效管理')
  const title =
    stage.endsWith('管理') || stage.endsWith('监控') || stage.endsWith('评估') ? stage : `${stage}管理`
  return reportDocument({
    frame: input.frame,
    title: `${project.name}\n${title}报告`,
    head: {
      issuer: input.issuer,
      date: day(input.reportedOn),
      facts: [
        { label: '试点项目', value: project.name },
        { label: '市、县（区）', value: project.jurisdictionName },
        { label: '主管部门', value: project.departmentName },
        { label: '实施单位', value: project.unitName },
        { label: '实施方式', value: firstText(input.executor, '自行组织') },
      ],
    },
    body: [
      paragraph(
        `${quote(project.name)}是${project.jurisdictionName}预算绩效一体化管理试点项目，由${project.unitName}实施，` +
          `${project.fiscalYear}年度预算${money(project.annual_fen)}万元。现将${stage}阶段情况报告如下。`,
      ),
      ...stageBlocks(input, 1),
    ],
  })
}
