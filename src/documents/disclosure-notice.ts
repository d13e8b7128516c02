import type { DocumentBlocks } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import { columns, heading, listTable, paragraph, paragraphs } from '../domain/documents/make-block.ts'
import type { ResultsDisclosureContent } from '../domain/forms/contents.ts'
import type { DocumentFrame, LetterHead, ProjectHead } from './shared/input.ts'
import { letterDocument } from './shared/parts.ts'
import { day, firstText, money, score } from './shared/text.ts'
import { titleLines } from './shared/title-lines.ts'

export type DisclosureNoticeInput = {
  readonly frame: DocumentFrame
  readonly head: LetterHead
  /** Only what may be public goes in; reasons for not publishing something stay inside. */
  readonly content: Labelled<Omit<ResultsDisclosureContent, 'redactions' | 'evidence'>>
  readonly results: readonly {
    readonly project: ProjectHead
    readonly score_x100?: number | null
    /** 优良中差. */
    readonly grade: string
    readonly evaluator?: string
  }[]
}

/** 评价结果公开 (plan 三(四) 使用、评价、公示(公开)、应用). */
export function buildDisclosureNotice(input: DisclosureNoticeInput): DocumentBlocks {
  const { content, head, results } = input
  const year = results[0]?.project.fiscalYear
  const title = firstText(content.disclosureTitle, `${year ?? ''}年度项目绩效评价结果公告`)
  const url = firstText(content.url)
  return letterDocument({
    frame: input.frame,
    head,
    title: titleLines(...title.split(/(?<=关于)|(?<=年度)|(?=绩效评价)/)),
    body: [
      paragraph('按照预算绩效管理和信息公开有关规定，现将绩效评价结果公开如下，请社会各界监督。'),
      heading(1, '一、评价结果'),
      listTable({
        unit: '单位：万元',
        head: ['序号', '主管部门', '项目名称', '年度预算', '得分', '等级', '评价机构'],
        columns: columns([1.2, 'center'], 2.8, 4.6, [2, 'right'], [1.6, 'right'], [1.2, 'center'], 3),
        rows: results.map((result, index) => [
          String(index + 1),
          result.project.departmentName,
          result.project.name,
          money(result.project.annual_fen),
          score(result.score_x100),
          result.grade,
          result.evaluator ?? '',
        ]),
      }),
      heading(1, '二、主要内容'),
      ...paragraphs(content.summary),
      heading(1, '三、公开方式'),
      paragraph(
        `公开载体：${firstText(content.carrier, '未登记')}；公开日期：${firstText(day(content.disclosedOn), '未登记')}。`,
      ),
      ...(url === '' ? [] : [paragraph(`网址：${url}`)]),
    ],
  })
}
