import type { Block, DocumentBlocks } from '../domain/documents/block.ts'
import {
  cell,
  columns,
  figure,
  head,
  label,
  listTable,
  mergeDown,
  row,
  table,
} from '../domain/documents/make-block.ts'
import { GRADES } from '../domain/shared/grade.ts'
import type { ComparedPoint } from '../domain/targets/compute/index.ts'
import type { DocumentFrame, ProjectHead, SignedOpinion } from './shared/input.ts'
import { closingBlock, documentOf, formPage, opinionRows } from './shared/parts.ts'
import { score, weight } from './shared/text.ts'

export type TargetReviewInput = {
  readonly frame: DocumentFrame
  readonly project: ProjectHead
  /** 重点项目 are reviewed by points, 一般性项目 in words. */
  readonly isKey: boolean
  readonly lines: readonly (ComparedPoint & {
    readonly weight_x100: number | null
    readonly score_x100: number | null
  })[]
  readonly total_x100: number | null
  /** 综合评定等级 in words. */
  readonly grade: string | null
  readonly overallOpinion: string | null
  /** How often the unit has handed the sheet in. */
  readonly submissions: number
  readonly findings: readonly {
    readonly raisedBy: string
    readonly place: string
    readonly text: string
    readonly reply: string
    readonly stateTitle: string
    readonly closedBy: string | null
  }[]
  readonly opinions: readonly SignedOpinion[]
}

/** 项目支出绩效目标审核表: 重点项目 with points, 一般性项目 with grades; three parties side by side. */
export function buildTargetReview(input: TargetReviewInput): DocumentBlocks {
  const { project, frame, isKey } = input
  const kind = isKey ? '重点项目' : '一般性项目'
  return documentOf('项目支出绩效目标审核表', frame, [
    formPage(
      'landscape',
      { kind: 'title', text: '项目支出绩效目标审核表', subtitle: `（${project.fiscalYear}年度　${kind}）` },
      {
        kind: 'formLine',
        parts: [
          `项目名称：${project.name}`,
          `主管部门：${project.departmentName}`,
          `实施单位：${project.unitName}`,
          `第${Math.max(1, input.submissions)}次报送`,
        ],
      },
      reviewTable(input),
      findingTable(input),
      opinionTable(input),
      closingBlock(frame),
    ),
  ])
}

const said = ({ grade, opinion }: ComparedPoint['finance']): string =>
  [grade ? GRADES[grade] : '', opinion].filter((part) => part !== '').join('：')

function reviewTable({ lines, isKey, total_x100, grade, overallOpinion }: TargetReviewInput): Block {
  const spans = mergeDown(lines.map(({ aspect }) => aspect))
  const names = ['审核内容', '审核要点', ...(isKey ? ['分值', '得分'] : []), '初审', '第三方', '财政审核']
  const width = names.length
  return table({
    columns: isKey ? columns(2, 3.4, 1.2, 1.2, 4.6, 4.6, 4.6) : columns(2, 4.4, 4.6, 4.6, 4.6),
    headerRows: 1,
    size: 'small',
    rows: [
      row(...names.map((name) => head(name))),
      ...lines.map((line, index) => {
        const span = spans[index]
        const mark = line.differs ? '★' : ''
        return row(
          ...(span === undefined ? [] : [label(line.aspect, { rowSpan: span })]),
          cell(`${line.point}${mark}`),
          ...(isKey ? [figure(weight(line.weight_x100)), figure(score(line.score_x100))] : []),
          cell(said(line.department)),
          cell(said(line.thirdParty)),
          cell(said(line.finance)),
        )
      }),
      row(
        label('综合评定等级', { colSpan: 2 }),
        cell(
          [isKey ? `${score(total_x100)}分` : '', grade ?? '']
            .filter((part) => part !== '' && part !== '分')
            .join('，'),
          {
            colSpan: width - 2,
          },
        ),
      ),
      row(label('总体意见', { colSpan: 2 }), cell(overallOpinion, { colSpan: width - 2 })),
      row(cell('带★的要点三方评定不一致。', { colSpan: width })),
    ],
  })
}

function findingTable({ findings }: TargetReviewInput): Block | undefined {
  if (findings.length === 0) return undefined
  return listTable({
    caption: '审核意见和答复',
    head: ['提出方', '针对', '意见', '单位答复', '办理结果'],
    columns: columns(3, 3, 6, 6, 3),
    rows: findings.map(({ raisedBy, place, text, reply, stateTitle, closedBy }) => [
      raisedBy,
      place,
      text,
      reply,
      closedBy ? `${stateTitle}（${closedBy}）` : stateTitle,
    ]),
  })
}

function opinionTable({ opinions }: TargetReviewInput): Block | undefined {
  if (opinions.length === 0) return undefined
  return table({
    columns: columns(3, 3, 15),
    headerRows: 0,
    size: 'small',
    rows: opinionRows(opinions, { label: 1, value: 2 }),
  })
}
