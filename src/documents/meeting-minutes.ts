import type { DocumentBlocks } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import { columns, heading, listTable, paragraph, paragraphs } from '../domain/documents/make-block.ts'
import type { PilotMeetingContent } from '../domain/forms/contents.ts'
import type { DocumentFrame, LetterHead } from './shared/input.ts'
import { letterDocument } from './shared/parts.ts'
import { clause, day, firstText } from './shared/text.ts'
import { titleLines } from './shared/title-lines.ts'

export type MeetingMinutesInput = {
  readonly frame: DocumentFrame
  readonly head: LetterHead
  readonly jurisdictionName: string
  readonly content: Labelled<PilotMeetingContent>
}

/** 试点工作会议纪要: who met, what was said, what was decided and who does it until when. */
export function buildMeetingMinutes(input: MeetingMinutesInput): DocumentBlocks {
  const { content, jurisdictionName } = input
  const decisions = content.decisions ?? []
  const place = firstText(content.place)
  return letterDocument({
    frame: input.frame,
    head: { ...input.head, mark: `${jurisdictionName}预算绩效一体化管理试点工作会议纪要` },
    title: titleLines(...titleParts(firstText(content.name, '预算绩效一体化管理试点工作会议')), '纪要'),
    body: [
      paragraph(
        `${day(content.heldOn)}，${content.chair ?? ''}主持召开会议${place === '' ? '' : `（${place}）`}。` +
          `参加会议的有：${clause(content.attendees)}。`,
      ),
      heading(1, '一、会议议程'),
      ...(content.agenda ?? []).map(({ item, reporter }, index) =>
        paragraph(`${index + 1}.${clause(item)}${firstText(reporter) === '' ? '' : `（${reporter}汇报）`}。`),
      ),
      heading(1, '二、会议内容'),
      ...paragraphs(content.minutes),
      heading(1, '三、议定事项'),
      ...(decisions.length === 0
        ? [paragraph('无。')]
        : [
            listTable({
              head: ['序号', '议定事项', '承办部门', '期限'],
              columns: columns([1.2, 'center'], 8, 3.6, [2.8, 'center']),
              rows: decisions.map(({ decision, department, dueOn }, index) => [
                String(index + 1),
                clause(decision),
                firstText(department),
                day(dueOn),
              ]),
            }),
          ]),
    ],
  })
}

/** A long name breaks behind 试点, where its first part ends. */
function titleParts(name: string): string[] {
  return name.split(/(?<=试点)/)
}
