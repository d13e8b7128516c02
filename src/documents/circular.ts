import type { Block, DocumentBlocks } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import { heading, paragraph, paragraphs } from '../domain/documents/make-block.ts'
import type { ResultsCircularContent } from '../domain/forms/contents.ts'
import type { DocumentFrame, LetterHead } from './shared/input.ts'
import { letterDocument } from './shared/parts.ts'
import { evidenceTable, figureTable, gradeTable, resultTable } from './shared/result-tables.ts'
import { chineseNumber, firstText } from './shared/text.ts'
import { titleLines } from './shared/title-lines.ts'

export type CircularInput = {
  readonly frame: DocumentFrame
  readonly head: LetterHead
  readonly content: Labelled<ResultsCircularContent>
  readonly isProvincial: boolean
}

/** 通报: results by grade with number and money, who is praised and named, the list behind it. */
export function buildCircular(input: CircularInput): DocumentBlocks {
  const { frame, head, content, isProvincial } = input
  const contact = firstText(content.contact)
  const parts: readonly (readonly [string, string | null | undefined, readonly Block[]])[] = [
    ['总体情况', content.resultsText, [gradeTable(content)]],
    ['表扬和点名', content.listsText, []],
    ['发现的问题和整改情况', content.problemsText, []],
    ['有关要求', content.suggestions, []],
  ]
  return letterDocument({
    frame,
    head,
    title: titleLines(
      `${head.issuer}关于`,
      ...firstText(content.reportTitle).split(/^关于|(?<=年度)|(?<=结果)/),
    ),
    addressee: firstText(content.addressee),
    body: [
      ...paragraphs(content.opening),
      ...parts
        .filter(([, text]) => firstText(text) !== '')
        .flatMap(([title, text, tables], index): Block[] => [
          heading(1, `${chineseNumber(index + 1)}、${title}`),
          ...paragraphs(text),
          ...tables,
        ]),
      ...(contact === '' ? [] : [paragraph(`联系人：${contact}`)]),
    ],
    annexes: [
      { title: '年度评价结果汇总表', blocks: [resultTable(content, isProvincial)] },
      { title: '数字出处', blocks: figureTable(content) },
      { title: '证据索引', blocks: [evidenceTable(content)] },
    ],
  })
}
