import type { DocumentBlocks, TableBlock, TableRow } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import { cell, columns, head, label, row, table, tallRow } from '../domain/documents/make-block.ts'
import type { PilotSelectionContent } from '../domain/forms/contents.ts'
import type { DocumentFrame, ProjectHead, SignedOpinion } from './shared/input.ts'
import { documentOf, formPage, opinionRows, referenceBlock } from './shared/parts.ts'
import { firstText, money, period, tick } from './shared/text.ts'

export type SelectionFormInput = {
  readonly frame: DocumentFrame
  readonly project: ProjectHead
  readonly content: Labelled<PilotSelectionContent>
  /** 推荐单位, for example 示例县财政局. */
  readonly proposer: string
  readonly opinions: readonly SignedOpinion[]
}

/** 试点项目推荐表 (plan 二(一)(二)): which criteria the project meets, and who does which stage. */
export function buildSelectionForm(input: SelectionFormInput): DocumentBlocks {
  return documentOf('试点项目推荐表', input.frame, [
    formPage(
      'portrait',
      {
        kind: 'title',
        text: '市、县（区）预算绩效一体化管理\n试点项目推荐表',
        subtitle: `（${input.project.fiscalYear}年度）`,
      },
      { kind: 'formLine', parts: [`推荐单位：${input.proposer}`, '单位：万元'] },
      formTable(input),
      referenceBlock(input.frame.references),
    ),
  ])
}

function formTable(input: SelectionFormInput): TableBlock {
  const { content } = input
  return table({
    columns: columns(2.4, 4.4, 1.8, 1.8, 3.2, 3.2),
    headerRows: 0,
    size: 'small',
    rows: [
      ...projectRows(input),
      ...criteriaRows(content),
      tallRow(14, label('推荐理由'), cell(content.reason, { colSpan: 5 })),
      ...executorRows(content),
      tallRow(12, label('预期成果'), cell(content.expectedResults, { colSpan: 5 })),
      ...opinionRows(input.opinions, { label: 1, value: 5 }),
    ],
  })
}

function projectRows({ project }: SelectionFormInput): TableRow[] {
  const pair = (left: string, leftValue: string, right: string, rightValue: string) =>
    row(label(left), cell(leftValue), label(right, { colSpan: 2 }), cell(rightValue, { colSpan: 2 }))
  return [
    row(label('项目名称'), cell(project.name, { colSpan: 5 })),
    pair('市、县（区）', project.jurisdictionName, '项目代码', project.code ?? ''),
    pair('主管部门', project.departmentName, '实施单位', project.unitName),
    pair('项目类别', project.category ?? '', '项目期', period(project.periodStart, project.periodEnd)),
    pair('实施期资金总额', money(project.total_fen), '年度资金总额', money(project.annual_fen)),
    tallRow(12, label('项目概况'), cell(project.overview, { colSpan: 5 })),
  ]
}

function criteriaRows(content: Labelled<PilotSelectionContent>): TableRow[] {
  const criteria = content.criteria ?? []
  return [
    row(
      label('选择条件', { rowSpan: criteria.length + 1 }),
      head('条件', { colSpan: 2 }),
      head('是否符合'),
      head('依据', { colSpan: 2 }),
    ),
    ...criteria.map((criterion) =>
      row(
        cell(criterion.criterion, { colSpan: 2 }),
        label(tick(criterion.isMet)),
        cell(criterion.evidence, { colSpan: 2 }),
      ),
    ),
  ]
}

function executorRows(content: Labelled<PilotSelectionContent>): TableRow[] {
  const executors = content.executors ?? []
  return [
    row(
      label('各阶段实施方式', { rowSpan: executors.length + 1 }),
      head('阶段'),
      head('实施力量', { colSpan: 2 }),
      head('受托机构'),
      head('说明'),
    ),
    ...executors.map((executor) =>
      row(
        cell(executor.stage),
        label(executor.executorKind ?? '', { colSpan: 2 }),
        cell(firstText(executor.organisation)),
        cell(executor.note),
      ),
    ),
  ]
}
