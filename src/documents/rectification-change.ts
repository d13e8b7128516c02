import type { DocumentBlocks } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import { paragraph, paragraphs } from '../domain/documents/make-block.ts'
import type { ResultsTaskChangeContent } from '../domain/forms/contents.ts'
import { quote } from '../domain/shared/quote.ts'
import type { DocumentFrame, LetterHead, ProjectHead } from './shared/input.ts'
import { letterDocument } from './shared/parts.ts'
import { clause, day, firstText, money } from './shared/text.ts'
import { titleLines } from './shared/title-lines.ts'

export type RectificationChangeInput = {
  readonly frame: DocumentFrame
  readonly head: LetterHead
  readonly project: ProjectHead
  readonly content: Labelled<ResultsTaskChangeContent>
  readonly isExemption: boolean
  /** When the unit asked, and what the leader said. */
  readonly askedOn: string | null
  readonly opinion: string | null
  readonly noticeNumber: string | null
}

/** 整改延期或免予整改批复: to the department whose unit asked. */
export function buildRectificationChange(input: RectificationChangeInput): DocumentBlocks {
  const { project, head, content, isExemption } = input
  const about = isExemption ? '免予整改' : '延长整改期限'
  return letterDocument({
    frame: input.frame,
    head,
    title: titleLines(`${head.issuer}关于`, project.name, `有关问题${about}的批复`),
    addressee: project.departmentName,
    body: [
      paragraph(
        `${project.unitName}${input.askedOn ? `${day(input.askedOn)}` : ''}提出的${quote(project.name)}绩效评价问题` +
          `${about}申请收悉。现批复如下。`,
      ),
      paragraph(
        `一、申请所涉问题是《绩效评价整改通知》${input.noticeNumber ? `（${input.noticeNumber}）` : ''}` +
          `第${content.problemNumber ?? ''}个问题：${clause(content.problem)}。`,
      ),
      paragraph(`二、申请理由：${clause(firstText(content.reason, '未写明'))}。`),
      ...(isExemption ? exemptionWords(content) : extensionWords(content)),
      ...paragraphs(input.opinion, ''),
    ].filter(({ text }) => text !== ''),
  })
}

function extensionWords({ completionDueOn, newDueOn }: Labelled<ResultsTaskChangeContent>) {
  return [
    paragraph(
      `三、同意将该问题的整改完成期限由${day(completionDueOn)}延长到${day(newDueOn)}。请督促单位在新的期限内完成整改并报告结果；` +
        '逾期仍未整改到位的，按整改通知的有关要求处理。',
    ),
  ]
}

function exemptionWords({ recover_fen }: Labelled<ResultsTaskChangeContent>) {
  const owed = money(recover_fen)
  return [
    paragraph(
      '三、同意该问题免予整改。该项任务按“批准免予整改”办结，不计入已核实的整改任务' +
        `${owed === '' ? '' : `；原应收回资金${owed}万元不再催收`}。`,
    ),
  ]
}
