import type { DocumentBlocks } from '../domain/documents/block.ts'
import { columns, listTable, paragraph, paragraphs } from '../domain/documents/make-block.ts'
import type { MaterialGap } from '../domain/exante/checks/index.ts'
import type { DateText } from '../domain/shared/dates.ts'
import { quote } from '../domain/shared/quote.ts'
import type { DocumentFrame, LetterHead, ProjectHead } from './shared/input.ts'
import { letterDocument } from './shared/parts.ts'
import { clause, day } from './shared/text.ts'
import { titleLines } from './shared/title-lines.ts'

export type MaterialsNoticeInput = {
  readonly frame: DocumentFrame
  readonly head: LetterHead
  readonly project: ProjectHead
  readonly gaps: readonly MaterialGap[]
  /** Why the file went back, in the words of the section. */
  readonly opinion?: string | null
  /** Nothing while the file has not gone back yet. */
  readonly dueOn?: DateText | null
}

/** 补充评估材料通知: what is still missing of the list (宁财（绩）发〔2022〕376号 附录1), and by when. */
export function buildMaterialsNotice(input: MaterialsNoticeInput): DocumentBlocks {
  const { project, gaps, head } = input
  return letterDocument({
    frame: input.frame,
    head,
    title: titleLines('关于补充', project.name, '事前绩效评估材料的通知'),
    addressee: project.unitName,
    body: [
      paragraph(
        `你单位报送的${quote(project.name)}事前绩效评估材料已收悉。经审核，` +
          (gaps.length > 0 ? `以下${gaps.length}项材料需要补充：` : '所列材料齐全，请按下列意见修改完善。'),
      ),
      ...(gaps.length > 0
        ? [
            listTable({
              head: ['序号', '材料名称', '情况', '审核说明'],
              columns: columns([1.2, 'center'], 6, [2.4, 'center'], 5),
              rows: gaps.map(({ item, says, note }, index) => [String(index + 1), item, says, clause(note)]),
            }),
          ]
        : []),
      ...(input.opinion ? paragraphs(`审核意见：${input.opinion}`) : []),
      paragraph(
        input.dueOn
          ? `请于${day(input.dueOn)}前补齐并重新提交。已经提交的材料不必重复报送。`
          : '请在规定期限内补齐并重新提交。已经提交的材料不必重复报送。',
      ),
    ],
  })
}
