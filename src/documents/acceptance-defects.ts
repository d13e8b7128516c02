import type { DocumentBlocks } from '../domain/documents/block.ts'
import { columns, heading, listTable, paragraph } from '../domain/documents/make-block.ts'
import type { AcceptanceOpinionInput } from './acceptance-opinion.ts'
import { letterDocument } from './shared/parts.ts'
import { clause, day } from './shared/text.ts'
import { titleLines } from './shared/title-lines.ts'

/** 试点验收补正通知 of the province: the open problems with requirement and day, and how to answer. */
export function buildAcceptanceDefects(input: AcceptanceOpinionInput): DocumentBlocks {
  const { content, head, jurisdictionName } = input
  const numbered = (content.defects ?? []).map((defect, index) => ({ ...defect, number: index + 1 }))
  const open = numbered.filter(({ isCorrected }) => isCorrected !== true)
  const corrected = numbered.length - open.length
  const last = open
    .map(({ dueOn }) => dueOn ?? '')
    .toSorted()
    .at(-1)
  const before = corrected > 0 ? `前次提出的问题已补正${corrected}个，` : ''
  return letterDocument({
    frame: input.frame,
    head,
    title: titleLines(`${head.issuer}关于`, jurisdictionName, '预算绩效一体化管理试点', '验收补正的通知'),
    addressee: input.addressee,
    body: [
      paragraph(
        `${jurisdictionName}预算绩效一体化管理试点验收申请收悉。经核查，${before}还有${open.length}个问题需要补正，` +
          '现将有关事项通知如下。',
      ),
      heading(1, '一、需要补正的问题'),
      listTable({
        head: ['序号', '问题', '补正要求', '期限', '核实情况'],
        columns: columns([1.2, 'center'], 4.2, 4.2, [2.8, 'center'], 3),
        rows: open.map((defect) => [
          String(defect.number),
          clause(defect.problem),
          clause(defect.requirement),
          day(defect.dueOn),
          clause(defect.checkNote),
        ]),
      }),
      heading(1, '二、有关要求'),
      paragraph(
        `请逐项补正，于${day(last) || '规定期限'}前在系统中逐项填写补正情况和佐证，重新报送。` +
          '逾期不报送，或者补正后仍不符合要求的，按验收不合格办理。',
      ),
    ],
  })
}
