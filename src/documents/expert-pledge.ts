import type { DocumentBlocks } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import { paragraph, paragraphs } from '../domain/documents/make-block.ts'
import type { ExanteScoreSheetContent } from '../domain/forms/contents.ts'
import type { DateText } from '../domain/shared/dates.ts'
import { quote } from '../domain/shared/quote.ts'
import type { DocumentFrame, ProjectHead } from './shared/input.ts'
import { closingBlock, documentOf, formPage, titleBlock } from './shared/parts.ts'
import { day, firstText } from './shared/text.ts'

export type ExpertPledgeInput = {
  readonly frame: DocumentFrame
  readonly project: ProjectHead
  readonly content: Labelled<ExanteScoreSheetContent>
  readonly person: string
  /** Day and minute the pledge was given; nothing before that. */
  readonly signedOn?: DateText | null
  readonly signedAt?: string
}

/** 专家承诺书 (宁财（绩）发〔2022〕376号 附录4): the text in the version the expert accepted, and when. */
export function buildExpertPledge(input: ExpertPledgeInput): DocumentBlocks {
  const { frame, project, content, person, signedOn } = input
  return documentOf('专家承诺书', frame, [
    formPage(
      'portrait',
      titleBlock('专家承诺书', frame),
      paragraph(
        `本人参加${project.jurisdictionName}${project.fiscalYear}年度${quote(project.name)}（项目单位：${project.unitName}；主管部门：${project.departmentName}）的事前绩效评估，承诺如下：`,
      ),
      paragraphs(content.pledgeText),
      paragraph(
        signedOn
          ? `本人已阅读以上内容并作出承诺，评分在承诺之后进行。承诺时间：${input.signedAt ?? ''}（北京时间）。`
          : '本人尚未作出承诺，评分栏没有打开。',
      ),
      paragraph(`承诺书文本版本：${firstText(content.pledgeVersion, '未写明')}。`),
      { kind: 'signature', isPerson: true, issuer: `承诺人：${person}`, date: day(signedOn) },
      closingBlock(frame),
    ),
  ])
}
