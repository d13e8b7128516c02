import type { Block, DocumentBlocks } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import { columns, heading, listTable, paragraph } from '../domain/documents/make-block.ts'
import type { ResultsTaskContent } from '../domain/forms/contents.ts'
import { quote } from '../domain/shared/quote.ts'
import type { DocumentFrame, LetterHead, ProjectHead } from './shared/input.ts'
import { letterDocument } from './shared/parts.ts'
import { day, firstText, money, sentence } from './shared/text.ts'
import { titleLines } from './shared/title-lines.ts'

export type RectificationReferralInput = {
  readonly frame: DocumentFrame
  readonly head: LetterHead
  readonly project: ProjectHead
  readonly task: Labelled<ResultsTaskContent>
  /** When the notice was issued. */
  readonly issuedOn?: string | null
}

/** 评价问题移送函: what was found, what was asked and by when, why it is handed over; a receipt is asked for. */
export function buildRectificationReferral(input: RectificationReferralInput): DocumentBlocks {
  const { project, head, task } = input
  const number = task.noticeNumber ? `（${task.noticeNumber}）` : ''
  const notice = input.issuedOn ? `我局已于${day(input.issuedOn)}印发《绩效评价整改通知》${number}` : ''
  const asked = notice === '' ? '' : `${notice}，要求${day(task.completionDueOn)}前完成整改。`
  return letterDocument({
    frame: input.frame,
    head,
    title: titleLines(`${head.issuer}关于`, project.name, '绩效评价问题', '移送处理的函'),
    addressee: `本级${firstText(task.referredTo, '审计机关')}`,
    body: [
      paragraph(
        `我局在${project.fiscalYear}年度绩效评价中发现${quote(project.name)}（实施单位：${project.unitName}，主管部门：` +
          `${project.departmentName}）存在问题。${asked}现将有关情况移送你单位，请依法处理。`,
      ),
      heading(1, '一、发现的问题和依据'),
      paragraph(sentence(task.problem), '问题：'),
      paragraph(sentence(firstText(task.basis, '见评价报告')), '依据：'),
      heading(1, '二、整改要求和整改情况'),
      paragraph(sentence(task.requirement), '要求：'),
      stateTable(task),
      heading(1, '三、移送事由'),
      paragraph(sentence(task.referralReason)),
      paragraph('请收到后出具回执，写明收件文号和日期。'),
    ],
  })
}

function stateTable(task: Labelled<ResultsTaskContent>): Block {
  return listTable({
    unit: '单位：万元',
    head: ['涉及金额', '应收回', '已报收回', '完成期限', '整改措施', '责任人'],
    columns: columns([2, 'right'], [2, 'right'], [2, 'right'], [2.6, 'center'], 5, [2, 'center']),
    rows: [
      [
        money(task.amount_fen),
        money(task.recover_fen),
        money(task.recovered_fen),
        day(task.completionDueOn),
        firstText(task.measure, '未报送'),
        task.responsible ?? '',
      ],
    ],
  })
}
