import type { DocumentBlocks } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import { paragraph } from '../domain/documents/make-block.ts'
import type { ResultsCircularContent } from '../domain/forms/contents.ts'
import type { DocumentFrame } from './shared/input.ts'
import { closingBlock, documentOf, formPage, titleBlock } from './shared/parts.ts'
import { gradeTable, resultTable } from './shared/result-tables.ts'
import { day } from './shared/text.ts'

export type AnnualSummaryInput = {
  readonly frame: DocumentFrame
  readonly placeName: string
  readonly fiscalYear: number
  readonly issuer: string
  readonly content: Labelled<Pick<ResultsCircularContent, 'results' | 'assembledOn'>>
  readonly isProvincial: boolean
}

/** 年度评价结果汇总表, for itself: to be attached, published or filed. */
export function buildAnnualSummary(input: AnnualSummaryInput): DocumentBlocks {
  const { frame, content, isProvincial } = input
  const title = '年度评价结果汇总表'
  return documentOf(title, frame, [
    formPage(
      'portrait',
      titleBlock(`${input.placeName}${input.fiscalYear}年度\n财政绩效评价结果汇总表`, frame),
      paragraph(`填报单位：${input.issuer}　　汇集日期：${day(content.assembledOn)}`),
      resultTable(content, isProvincial),
      gradeTable(content),
      closingBlock(frame),
    ),
  ])
}
