import type { Block, DocumentBlocks } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import { heading, paragraph, paragraphs } from '../domain/documents/make-block.ts'
import type { ResultsSpecialReportContent } from '../domain/forms/contents.ts'
import type { DocumentFrame, LetterHead } from './shared/input.ts'
import { letterDocument } from './shared/parts.ts'
import { applicationTable, evidenceTable, figureTable, resultTable } from './shared/result-tables.ts'
import { chineseNumber, firstText } from './shared/text.ts'
import { titleLines } from './shared/title-lines.ts'

export type SpecialReportInput = {
  readonly frame: DocumentFrame
  /** With the signer: it goes to a higher authority. */
  readonly head: LetterHead
  readonly content: Labelled<ResultsSpecialReportContent>
  /** The region's own: place by place, with the request to forward it. */
  readonly isProvincial: boolean
}

/** 专报 (plan 三(五) 接受监督): an upward report, its figures from confirmed records, tables and index behind it. */
export function buildSpecialReport(input: SpecialReportInput): DocumentBlocks {
  const { frame, head, content, isProvincial } = input
  const parts: readonly (readonly [string, string | null | undefined])[] = [
    ['工作开展情况', content.opening],
    ['评价结果', content.resultsText],
    ['发现的问题和整改情况', content.problemsText],
    ['评价结果应用情况', content.applicationText],
    ['成效和原因分析', content.analysis],
    ['下一步打算和建议', content.suggestions],
    ['提请事项', isProvincial ? content.forwarding : ''],
  ]
  const told = parts.filter(([, text]) => firstText(text) !== '')
  const contact = firstText(content.contact)
  return letterDocument({
    frame,
    head,
    title: titleLines(
      `${head.issuer}关于`,
      ...firstText(content.reportTitle).split(/^关于|(?<=年度)|(?<=结果)/),
    ),
    addressee: firstText(content.addressee),
    body: [
      ...told.flatMap(([title, text], index): Block[] => [
        heading(1, `${chineseNumber(index + 1)}、${title}`),
        ...paragraphs(text),
      ]),
      paragraph('特此报告。'),
      ...(contact === '' ? [] : [paragraph(`联系人：${contact}`)]),
    ],
    annexes: [
      { title: '年度评价结果汇总表', blocks: [resultTable(content, isProvincial)] },
      { title: '整改和结果应用情况表', blocks: [applicationTable(content)] },
      { title: '数字出处', blocks: figureTable(content) },
      { title: '证据索引', blocks: [evidenceTable(content)] },
    ],
  })
}
