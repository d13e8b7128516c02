import type { Block, DocumentBlocks } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import { columns, heading, listTable, paragraph, paragraphs } from '../domain/documents/make-block.ts'
import type { PilotAcceptanceContent } from '../domain/forms/contents.ts'
import type { DocumentFrame, LetterHead } from './shared/input.ts'
import { letterDocument } from './shared/parts.ts'
import { clause, day, firstText, score, scoreSum, weight, weightSum } from './shared/text.ts'
import { titleLines } from './shared/title-lines.ts'

export type AcceptanceOpinionInput = {
  readonly frame: DocumentFrame
  readonly head: LetterHead
  readonly jurisdictionName: string
  readonly content: Labelled<PilotAcceptanceContent>
  /** 主送, for example 示例县财政局. */
  readonly addressee: string
}

/** 试点验收意见 of the province (plan 二(三)): completeness list, score, verdict, what was corrected. */
export function buildAcceptanceOpinion(input: AcceptanceOpinionInput): DocumentBlocks {
  return opinion(input, '验收意见')
}

/** 试点验收不合格意见: the same account, with what the place does next. */
export function buildAcceptanceRefusal(input: AcceptanceOpinionInput): DocumentBlocks {
  return opinion(input, '验收不合格意见', [
    heading(1, '四、后续工作'),
    paragraph('请针对上述问题继续完善试点工作，具备条件后重新申请验收。'),
  ])
}

function opinion(input: AcceptanceOpinionInput, name: string, more: readonly Block[] = []): DocumentBlocks {
  const { content, head, jurisdictionName } = input
  return letterDocument({
    frame: input.frame,
    head,
    title: titleLines(`${head.issuer}关于`, jurisdictionName, '预算绩效一体化管理试点', name),
    addressee: input.addressee,
    body: [
      paragraph(
        `根据《市、县（区）预算绩效一体化管理试点工作方案》，我厅对${jurisdictionName}预算绩效一体化管理试点工作进行了验收。` +
          '现提出验收意见如下。',
      ),
      heading(1, '一、验收情况'),
      heading(2, '（一）资料完整性'),
      paragraph(completenessText(content)),
      heading(2, '（二）现场核查'),
      ...checkBlocks(content),
      heading(2, '（三）验收评分'),
      paragraph(scoreText(content)),
      heading(1, '二、验收结论'),
      paragraph(`验收结论：${firstText(content.verdict, '未作出')}。`),
      ...paragraphs(content.opinion),
      heading(1, '三、核查提出的问题'),
      ...defectBlocks(content),
      ...more,
    ],
    annexes: [
      { title: '试点资料完整性核对清单', blocks: [completenessTable(content)] },
      { title: '试点验收评分表', blocks: [criteriaTable(content)] },
    ],
  })
}

function completenessText(content: Labelled<PilotAcceptanceContent>): string {
  const items = content.completeness ?? []
  const missing = items.filter((item) => !item.isPresent)
  const list = missing.map((item) => `${item.projectName ?? ''}${item.item ?? ''}`).join('、')
  return missing.length === 0
    ? `应核对资料${items.length}项，全部齐全，清单见附件1。`
    : `应核对资料${items.length}项，齐全${items.length - missing.length}项，缺少${missing.length}项：${list}。清单见附件1。`
}

/** The criteria are not the plan's: whoever reads the score reads whose they are. */
function scoreText(content: Labelled<PilotAcceptanceContent>): string {
  const source = firstText(content.criteriaSource, '本次验收确定的标准')
  const line = weight(content.pass_x100)
  const pass = line === '' ? '' : `，合格线为${line}分`
  return `按照验收标准（${source}）逐项评分，得分${criteriaScore(content)}分${pass}，评分明细见附件2。`
}

function checkBlocks(content: Labelled<PilotAcceptanceContent>): Block[] {
  const checks = content.fieldChecks ?? []
  if (checks.length === 0) return [paragraph('未开展现场核查。')]
  return checks.map((check) =>
    paragraph(
      `${day(check.checkedOn)}，在${check.place ?? ''}核查（${check.persons ?? ''}）：${clause(check.facts)}。`,
    ),
  )
}

function criteriaScore(content: Labelled<PilotAcceptanceContent>): string {
  return scoreSum((content.criteria ?? []).map((criterion) => criterion.score_x100))
}

function defectBlocks(content: Labelled<PilotAcceptanceContent>): Block[] {
  const defects = content.defects ?? []
  if (defects.length === 0) return [paragraph('无。')]
  return [
    listTable({
      head: ['序号', '问题', '补正要求', '补正情况', '核实结果'],
      columns: columns([1.2, 'center'], 3.8, 3.6, 3.8, [2.4, 'center']),
      rows: defects.map((defect, index) => [
        String(index + 1),
        clause(defect.problem),
        clause(defect.requirement),
        clause(answerTo(content, defect.problem)),
        [defect.isCorrected ? '已补正' : '未补正', clause(defect.checkNote)]
          .filter((text) => text !== '')
          .join('：'),
      ]),
    }),
  ]
}

/** The answers are listed by problem: numbers may have moved since. */
function answerTo(content: Labelled<PilotAcceptanceContent>, problem: string | null | undefined): string {
  const answer = (content.answers ?? []).find((row) => row.problem === problem)
  return [clause(answer?.answer), clause(answer?.evidence)].filter((text) => text !== '').join('；佐证：')
}

function completenessTable(content: Labelled<PilotAcceptanceContent>): Block {
  return listTable({
    head: ['序号', '项目', '内容', '齐全', '说明'],
    columns: columns([1.2, 'center'], 4, 4.4, [1.2, 'center'], 4),
    rows: (content.completeness ?? []).map((item, index) => [
      String(index + 1),
      firstText(item.projectName, '本级'),
      firstText(item.item),
      item.isPresent ? '√' : '缺',
      [firstText(item.note), firstText(item.reason)].filter((text) => text !== '').join('；原因：'),
    ]),
  })
}

function criteriaTable(content: Labelled<PilotAcceptanceContent>): Block {
  const criteria = content.criteria ?? []
  return listTable({
    head: ['序号', '验收标准', '分值', '得分', '评分依据'],
    columns: columns([1.2, 'center'], 5, [1.3, 'right'], [1.4, 'right'], 6),
    rows: [
      ...criteria.map((criterion, index) => [
        String(index + 1),
        firstText(criterion.item),
        weight(criterion.weight_x100),
        score(criterion.score_x100),
        firstText(criterion.basis),
      ]),
      ['', '合计', weightSum(criteria.map((criterion) => criterion.weight_x100)), criteriaScore(content), ''],
    ],
  })
}
