import type { Block, DocumentBlocks } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import { columns, heading, listTable, paragraph, paragraphs } from '../domain/documents/make-block.ts'
import type { PilotCountyReportContent } from '../domain/forms/contents.ts'
import type { DateText } from '../domain/shared/dates.ts'
import { stageOverview } from './integrated-report.ts'
import type { DocumentFrame, ProjectHead } from './shared/input.ts'
import { reportDocument } from './shared/report.ts'
import { numberedTitle, type StagePart, stageBlocks } from './shared/stage-part.ts'
import { chineseNumber, day, firstText, money, score } from './shared/text.ts'

export type CountyReportInput = {
  readonly frame: DocumentFrame
  readonly jurisdictionName: string
  readonly content: Labelled<PilotCountyReportContent>
  readonly issuer: string
  readonly reportedOn?: DateText | null
  readonly projects: readonly CountyReportProject[]
}

export type CountyReportProject = {
  readonly project: ProjectHead
  readonly stages: readonly StagePart[]
  readonly score_x100?: number | null
  /** 优良中差, once evaluated. */
  readonly grade?: string | null
  /** Conclusion of the integrated report in a few sentences. */
  readonly effects?: string | null
}

/** 预算绩效一体化管理试点报告 of a jurisdiction, with the stage reports of every pilot project (plan 二(三)). */
export function buildCountyReport(input: CountyReportInput): DocumentBlocks {
  const { content, jurisdictionName, projects } = input
  const organisation: readonly (readonly [string, string | null | undefined])[] = [
    ['试点基本情况', content.overview],
    ['组织领导和工作机制', content.organisation],
    ['试点项目选择', content.selection],
    ['五个阶段开展情况', content.stages],
    ['试点成效', content.effects],
    ['可推广的经验', content.experience],
    ['存在问题', content.problems],
    ['下一步打算和建议', content.suggestions],
    ['绩效宣传情况', content.publicity],
  ]
  return reportDocument({
    frame: input.frame,
    title: `${jurisdictionName}\n预算绩效一体化管理试点报告`,
    head: {
      issuer: input.issuer,
      date: day(input.reportedOn),
      facts: [
        { label: '市、县（区）', value: jurisdictionName },
        { label: '试点项目', value: `${projects.length}个` },
        { label: '报送单位', value: input.issuer },
      ],
    },
    body: [
      ...organisation.flatMap(([title, text], index) => [
        heading(1, numberedTitle(1, index + 1, title)),
        ...paragraphs(text),
        ...(title === '试点项目选择' ? [projectList(projects)] : []),
      ]),
      ...projects.flatMap((one, index) => projectBlocks(one, organisation.length + index + 1)),
    ],
  })
}

function projectList(projects: readonly CountyReportProject[]): Block {
  return listTable({
    caption: '试点项目',
    unit: '单位：万元',
    head: ['序号', '项目名称', '主管部门', '实施单位', '年度资金', '评价得分', '等级'],
    columns: columns([1.2, 'center'], 4.4, 2.8, 3, [1.9, 'right'], [1.7, 'right'], [1.1, 'center']),
    rows: projects.map(({ project, score_x100, grade }, index) => [
      String(index + 1),
      project.name,
      project.departmentName,
      project.unitName,
      money(project.annual_fen),
      score(score_x100),
      grade ?? '',
    ]),
  })
}

function projectBlocks({ project, stages, effects }: CountyReportProject, number: number): Block[] {
  return [
    heading(1, `${chineseNumber(number)}、分阶段绩效管理分报告：${project.name}`),
    ...(firstText(effects) === '' ? [] : [paragraph(firstText(effects), '管理成效。')]),
    stageOverview(stages),
    ...stages.flatMap((part, index) => [
      heading(2, numberedTitle(2, index + 1, firstText(part.content.stage))),
      ...stageBlocks(part, 3),
    ]),
  ]
}
