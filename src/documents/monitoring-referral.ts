import type { Block, DocumentBlocks } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import { columns, heading, listTable, paragraph } from '../domain/documents/make-block.ts'
import type { MonitoringFindingContent } from '../domain/forms/contents.ts'
import { quote } from '../domain/shared/quote.ts'
import type { DocumentFrame, LetterHead, ProjectHead } from './shared/input.ts'
import { letterDocument } from './shared/parts.ts'
import { day, money, sentence } from './shared/text.ts'
import { titleLines } from './shared/title-lines.ts'

export type MonitoringReferralInput = {
  readonly frame: DocumentFrame
  readonly head: LetterHead
  readonly project: ProjectHead
  readonly finding: Labelled<MonitoringFindingContent>
  /** When the opinion was issued and under which number. */
  readonly issuedOn?: string | null
  readonly issuedNumber?: string | null
}

/** 移送审计函: what was found, what was asked and when, why it is handed over, and that a receipt is asked for. */
export function buildMonitoringReferral(input: MonitoringReferralInput): DocumentBlocks {
  const { project, head, finding } = input
  const opinion = input.issuedOn
    ? `我局已于${day(input.issuedOn)}印发整改和预算调剂意见${numbered(input.issuedNumber)}`
    : ''
  return letterDocument({
    frame: input.frame,
    head,
    title: titleLines(`${head.issuer}关于`, project.name, '绩效运行监控问题', '移送审计的函'),
    addressee: '本级审计机关',
    body: [
      paragraph(
        `我局在${project.fiscalYear}年绩效运行监控中发现${quote(project.name)}（实施单位：${project.unitName}，主管部门：` +
          `${project.departmentName}）存在问题。${opinion === '' ? '' : `${opinion}，要求${day(finding.dueOn)}前完成整改。`}现将有关情况移送你单位，请依法处理。`,
      ),
      heading(1, '一、发现的问题和依据'),
      paragraph(sentence(finding.problem), '问题：'),
      paragraph(sentence(finding.evidence), '依据：'),
      heading(1, '二、处理意见和整改情况'),
      stateTable(finding),
      heading(1, '三、移送事由'),
      paragraph(sentence(finding.referralReason)),
      paragraph('请收到后出具回执，写明收件文号和日期。'),
    ],
  })
}

function numbered(number: string | null | undefined): string {
  return number ? `（${number}）` : ''
}

function stateTable(finding: Labelled<MonitoringFindingContent>): Block {
  return listTable({
    unit: '单位：万元',
    head: ['处理意见', '涉及金额', '整改期限', '整改措施', '责任人'],
    columns: columns([2.6, 'center'], [2.2, 'right'], [2.6, 'center'], 5.4, [2.2, 'center']),
    rows: [
      [
        finding.opinionType ?? '',
        money(finding.amount_fen),
        day(finding.dueOn),
        finding.measure ?? '',
        finding.responsible ?? '',
      ],
    ],
  })
}
