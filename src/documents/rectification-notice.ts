import type { Block, DocumentBlocks, TableRow } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import {
  cell,
  columns,
  head,
  heading,
  listTable,
  paragraph,
  row,
  table,
} from '../domain/documents/make-block.ts'
import type { ResultsNoticeContent } from '../domain/forms/contents.ts'
import { quote, yearBefore } from '../domain/shared/quote.ts'
import type { DocumentFrame, LetterHead, ProjectHead } from './shared/input.ts'
import { letterDocument } from './shared/parts.ts'
import { clause, day, firstText, money, moneySum, score, sentence } from './shared/text.ts'
import { titleLines } from './shared/title-lines.ts'

export type RectificationNoticeInput = {
  readonly frame: DocumentFrame
  /** 抄送 comes from the content when `copiesTo` is not given here. */
  readonly head: LetterHead
  readonly project: ProjectHead
  readonly content: Labelled<ResultsNoticeContent>
  /** Who evaluated, for example 示例绩效咨询有限公司. */
  readonly agencyName?: string
}

/** 《绩效评价整改通知》 (plan 三(五) 以评促改): the year's problems with a requirement on each. */
export function buildRectificationNotice(input: RectificationNoticeInput): DocumentBlocks {
  const { content, project, head } = input
  const agency = input.agencyName === undefined ? '' : `委托${input.agencyName}`
  const result = `评价得分${score(content.evaluatedScore_x100)}分，评价等级为“${content.grade ?? ''}”`
  return letterDocument({
    frame: input.frame,
    head: { ...head, copiesTo: head.copiesTo ?? content.copiesTo ?? [] },
    title: noticeTitle(input),
    addressee: firstText(content.addressee, project.departmentName),
    body: [
      paragraph(
        `根据预算绩效管理有关规定，我局${agency}对${yearBefore(project.fiscalYear, project.name)}${quote(project.name)}` +
          `（实施单位：${project.unitName}，年度预算${money(project.annual_fen)}万元）开展了绩效评价，${result}。` +
          '现将评价发现的问题和整改要求通知如下。',
      ),
      heading(1, '一、存在的问题和整改要求'),
      problemTable(content),
      heading(1, '二、整改时限'),
      paragraph(
        `请于${day(content.planDueOn)}前报送整改措施，逐项明确责任人和完成时间；` +
          `于${day(content.completionDueOn)}前完成整改，并书面报告整改结果，附佐证资料和《绩效评价整改清单》（见附件）。`,
      ),
      heading(1, '三、有关要求'),
      paragraph('请督促实施单位完善预算管理制度，改进管理措施，加强内部控制，降低支出成本，增强支出责任。'),
      paragraph(
        sentence(
          firstText(content.consequence, '逾期未整改或整改不到位的，整改完成前不予安排该项目及同类项目预算'),
        ),
      ),
      ...contactBlock(content),
    ],
    annexes: [{ title: '绩效评价整改清单', blocks: [checklist(content)] }],
  })
}

function noticeTitle({ content, head, project }: RectificationNoticeInput): string {
  const own = firstText(content.noticeTitle)
  return own === ''
    ? titleLines(`${head.issuer}关于`, project.name, '绩效评价整改的通知')
    : titleLines(...own.split(/(?<=关于)|(?=绩效评价)/))
}

function contactBlock(content: Labelled<ResultsNoticeContent>): Block[] {
  const contact = firstText(content.contact)
  return contact === '' ? [] : [paragraph(`联系人：${contact}`)]
}

type Problem = NonNullable<Labelled<ResultsNoticeContent>['problems']>[number]

const HEAD = ['序号', '存在的问题', '依据和涉及指标', '涉及金额', '应收回', '整改要求', '完成期限']

/**
 * Grouped by office, where there are several, and by what the requirement asks for; the numbers stay those
 * of the tasks.
 */
function problemTable(content: Labelled<ResultsNoticeContent>): Block {
  const problems = (content.problems ?? []).map((problem, index) => ({ ...problem, number: index + 1 }))
  const offices = unique(problems.map(({ dutyOffice }) => dutyOffice ?? ''))
  const groups = offices.flatMap((office) => {
    const own = problems.filter(({ dutyOffice }) => (dutyOffice ?? '') === office)
    return unique(own.map(({ requirementType }) => requirementType ?? '')).map((type) => ({
      title: [offices.length > 1 ? office : '', type].filter(Boolean).join(' · '),
      problems: own.filter(({ requirementType }) => (requirementType ?? '') === type),
    }))
  })
  return table({
    unit: '单位：万元',
    columns: columns([1.1, 'center'], 3.8, 3.2, [1.9, 'right'], [1.7, 'right'], 3.6, [2, 'center']),
    headerRows: 1,
    size: 'small',
    rows: [
      row(...HEAD.map((text) => head(text))),
      ...groups.flatMap(({ title, problems: own }) => [
        row(cell(`${title || '其他'}（${own.length}个）`, { colSpan: HEAD.length, isBold: true })),
        ...own.map((problem) => problemRow(problem, content)),
      ]),
      row(
        '',
        `合计${problems.length}个问题`,
        '',
        moneySum(problems.map((problem) => problem.amount_fen)),
        moneySum(problems.map((problem) => problem.recover_fen)),
        '',
        '',
      ),
    ],
  })
}

function problemRow(
  problem: Problem & { readonly number: number },
  { completionDueOn }: Labelled<ResultsNoticeContent>,
): TableRow {
  const source = problem.source ? `（${problem.source}）` : ''
  const basis = [clause(problem.evidence), clause(problem.indicator)].filter(Boolean).join('；')
  return row(
    String(problem.number),
    clause(problem.problem),
    `${basis}${source}`,
    money(problem.amount_fen),
    money(problem.recover_fen),
    clause(problem.requirement),
    day(problem.dueOn ?? completionDueOn),
  )
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}

/** For the unit to fill in: measure, person, due day, state, evidence. */
function checklist(content: Labelled<ResultsNoticeContent>): Block {
  return listTable({
    head: ['序号', '问题', '整改措施', '责任人', '完成期限', '完成情况', '佐证资料'],
    columns: columns([1.2, 'center'], 4, 3.6, 1.6, [2, 'center'], 2.4, 2.2),
    rows: (content.problems ?? []).map((problem, index) => [
      String(index + 1),
      clause(problem.problem),
      '',
      '',
      day(problem.dueOn ?? content.completionDueOn),
      '',
      '',
    ]),
  })
}
