import type { Block, DocumentBlocks, TableBlock } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import { columns, heading, listTable, paragraph, paragraphs } from '../domain/documents/make-block.ts'
import type { ExanteEvaluationContent } from '../domain/forms/contents.ts'
import { quote } from '../domain/shared/quote.ts'
import { opinionTable, type ScoredSheet } from './exante-annexes.ts'
import type { DocumentFrame, ProjectHead } from './shared/input.ts'
import { closingBlock, documentOf, formPage, titleBlock } from './shared/parts.ts'
import { clause, firstText, score, weight } from './shared/text.ts'

export type ExpertOpinionsInput = {
  readonly frame: DocumentFrame
  readonly project: ProjectHead
  readonly content: Labelled<ExanteEvaluationContent>
  /** The sheets handed in, one per expert; none before scoring is closed. */
  readonly sheets: readonly ScoredSheet[]
  /** 最高最低分差、标准差、W、ICC, each with its figure and what it says. */
  readonly statistics: readonly { readonly label: string; readonly value: string; readonly meaning: string }[]
  /** What asked for the lead expert's word; empty when nothing did. */
  readonly noteReasons: readonly string[]
  /** The lead expert's signed word. */
  readonly note?: { readonly text: string; readonly signed: string }
}

/** 专家意见汇总表 (宁财（绩）发〔2022〕376号 附录5): every expert's scores and words, and how far they agree. */
export function buildExpertOpinions(input: ExpertOpinionsInput): DocumentBlocks {
  const { frame, project, content, sheets } = input
  const title = '专家意见汇总表'
  return documentOf(title, frame, [
    formPage(
      'landscape',
      titleBlock(title, frame),
      paragraph(
        `${project.jurisdictionName}${project.fiscalYear}年度${quote(project.name)}（项目单位：${project.unitName}；主管部门：${project.departmentName}）`,
      ),
      sheets.length === 0
        ? [paragraph('评分还没有结束。结束之前，任何人都看不到专家的评分和意见。')]
        : [...scoreBlocks(content, sheets), ...agreementBlocks(input), ...wordBlocks(content, sheets)],
      closingBlock(frame),
    ),
  ])
}

function scoreBlocks(content: Labelled<ExanteEvaluationContent>, sheets: readonly ScoredSheet[]): Block[] {
  const people = sheets.map(({ person }) => person)
  const lead = content.experts?.find(({ isLead }) => isLead)?.person
  const marks = content.panelMarks ?? []
  const of = (person: string | null | undefined, dimension: string | null | undefined) => {
    const mark = marks.find((one) => one.person === person && one.dimension === dimension)
    return `${score(mark?.score_x100)}${mark?.isOutlier ? '*' : ''}`
  }
  return [
    heading(2, '一、评分'),
    listTable({
      head: ['评估维度', '分值', ...people.map((one) => (one === lead ? `${one}（组长）` : one)), '平均'],
      columns: columns(4, [1.6, 'right'], ...people.map(() => [2.4, 'right'] as const), [2, 'right']),
      rows: [
        ...(content.panelDimensions ?? []).map(({ dimension, weight_x100, score_x100 }) => [
          dimension ?? '',
          weight(weight_x100),
          ...people.map((person) => of(person, dimension)),
          score(score_x100),
        ]),
        ['总分', '100', ...sheets.map((sheet) => score(sheet.total_x100)), score(content.panelScore_x100)],
      ],
    }),
    paragraph('* 与其他专家的中位数相差较大。平均分达到规定人数时去掉一个最高分和一个最低分。'),
  ]
}

function agreementBlocks({ statistics, noteReasons, note }: ExpertOpinionsInput): Block[] {
  const table: TableBlock = listTable({
    head: ['统计量', '数值', '说明'],
    columns: columns(5, [3, 'right'], 14),
    rows: statistics.map(({ label, value, meaning }) => [label, value, meaning]),
  })
  return [
    heading(2, '二、评分一致性'),
    table,
    heading(2, '三、组长说明'),
    ...(noteReasons.length === 0
      ? [paragraph('评分没有明显分歧，不需要说明。')]
      : [...noteReasons.map((reason) => paragraph(reason)), ...noteBlocks(note)]),
  ]
}

function noteBlocks(note: ExpertOpinionsInput['note']): Block[] {
  return note
    ? [...paragraphs(note.text), paragraph(`${note.signed}签署。`)]
    : [paragraph('组长尚未签署说明。')]
}

function wordBlocks(content: Labelled<ExanteEvaluationContent>, sheets: readonly ScoredSheet[]): Block[] {
  const remarks = sheets.flatMap(({ person, content: sheet }) =>
    (sheet.scores ?? [])
      .filter(({ comment }) => firstText(comment) !== '')
      .map(({ dimension, item, option, comment }) => [
        person,
        dimension ?? '',
        clause(item),
        option ?? '',
        comment ?? '',
      ]),
  )
  return [
    heading(2, '四、总体意见'),
    opinionTable(content, sheets),
    heading(2, '五、逐项意见'),
    listTable({
      head: ['专家', '评估维度', '评估要点', '评价', '理由'],
      columns: columns([2, 'center'], 3, 6, [1.4, 'center'], 10),
      rows: remarks,
      whenEmpty: '没有提出逐项意见',
    }),
  ]
}
