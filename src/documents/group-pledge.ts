import type { DocumentBlocks } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import { paragraph, paragraphs } from '../domain/documents/make-block.ts'
import type { EvaluationGroupPledgeContent } from '../domain/forms/contents.ts'
import type { DateText } from '../domain/shared/dates.ts'
import { quote } from '../domain/shared/quote.ts'
import { declarationTable } from './shared/declaration.ts'
import type { DocumentFrame } from './shared/input.ts'
import { closingBlock, documentOf, formPage, titleBlock } from './shared/parts.ts'
import { clause, day, firstText } from './shared/text.ts'

export type GroupPledgeInput = {
  readonly frame: DocumentFrame
  readonly content: Labelled<EvaluationGroupPledgeContent>
  readonly fiscalYear: number
  /** Day and minute of the pledge; nothing before that. */
  readonly signedOn?: DateText | null
  readonly signedAt?: string
}

/** 评价组成员承诺书: declared interests and the pledge in the version the member accepted, and when. */
export function buildGroupPledge({
  frame,
  content,
  fiscalYear,
  signedOn,
  signedAt,
}: GroupPledgeInput): DocumentBlocks {
  const name = firstText(content.member, '评价组成员')
  const task = clause(content.assignedTask)
  return documentOf('评价组成员承诺书', frame, [
    formPage(
      'portrait',
      titleBlock('评价组成员承诺书', frame),
      paragraph(
        `${firstText(content.organiser, '组织单位')}自行组织对${fiscalYear}年度${quote(content.objectName ?? '')}（被评价单位：${content.unitName ?? ''}；主管部门：${content.departmentName ?? ''}）的绩效评价，${name}为评价组${firstText(content.duty, '成员')}${task === '' ? '' : `，分工：${task}`}。`,
      ),
      declarationTable(content),
      paragraph('本人承诺如下：'),
      paragraphs(content.pledgeText),
      paragraph(
        signedOn
          ? `本人已阅读以上内容并作出承诺，评价内容在承诺之后才能填写。承诺时间：${signedAt ?? ''}（北京时间）。`
          : '本人尚未作出承诺，不能填写评价内容。',
      ),
      paragraph(`承诺书文本版本：${firstText(content.pledgeVersion, '未写明')}。`),
      { kind: 'signature', isPerson: true, issuer: `承诺人：${name}`, date: day(signedOn) },
      closingBlock(frame),
    ),
  ])
}
