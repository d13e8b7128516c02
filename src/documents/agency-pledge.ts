import type { DocumentBlocks } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import { paragraph, paragraphs } from '../domain/documents/make-block.ts'
import type { EvaluationEngagementContent } from '../domain/forms/contents.ts'
import type { DateText } from '../domain/shared/dates.ts'
import { quote } from '../domain/shared/quote.ts'
import { declarationTable } from './shared/declaration.ts'
import type { DocumentFrame } from './shared/input.ts'
import { closingBlock, documentOf, formPage, titleBlock } from './shared/parts.ts'
import { day, firstText } from './shared/text.ts'

export type AgencyPledgeInput = {
  readonly frame: DocumentFrame
  readonly content: Labelled<EvaluationEngagementContent>
  readonly fiscalYear: number
  /** Who gave the pledge, day and minute; nothing before that. */
  readonly signedBy?: string
  readonly signedOn?: DateText | null
  readonly signedAt?: string
}

/** 第三方机构承诺书: declared interests and the pledge in the version the institution accepted, and when. */
export function buildAgencyPledge(input: AgencyPledgeInput): DocumentBlocks {
  const { frame, content, signedOn } = input
  const agency = firstText(content.agency, '第三方机构')
  return documentOf('第三方机构承诺书', frame, [
    formPage(
      'portrait',
      titleBlock('第三方机构承诺书', frame),
      paragraph(
        `${agency}受${firstText(content.commissioner, '委托单位')}委托，对${input.fiscalYear}年度${quote(content.objectName ?? '')}（被评价单位：${content.unitName ?? ''}；主管部门：${content.departmentName ?? ''}）开展绩效评价，主评人${content.leadEvaluator ?? ''}。`,
      ),
      declarationTable(content),
      paragraph('本机构承诺如下：'),
      paragraphs(content.pledgeText),
      paragraph(
        signedOn
          ? `本机构已阅读以上内容并作出承诺，项目资料在承诺之后开放。承诺时间：${input.signedAt ?? ''}（北京时间），经办人：${input.signedBy ?? ''}。`
          : '本机构尚未作出承诺，项目资料没有开放。',
      ),
      paragraph(`承诺书文本版本：${firstText(content.pledgeVersion, '未写明')}。`),
      { kind: 'signature', issuer: `${agency}（盖章）`, date: day(signedOn) },
      closingBlock(frame),
    ),
  ])
}
