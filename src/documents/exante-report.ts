import type { Block, DocumentBlocks } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import { quote } from '../domain/shared/quote.ts'
import { columns, heading, listTable, paragraph, paragraphs } from '../domain/documents/make-block.ts'
import { type AffordabilityAssessment, describeAffordability } from '../domain/exante/compute/index.ts'
import { AFFORDABILITY_LABEL } from '../domain/exante/index.ts'
import type { ExanteEvaluationContent } from '../domain/forms/contents.ts'
import type { DateText } from '../domain/shared/dates.ts'
import { materialTable, opinionTable, type ScoredSheet, scoreTable } from './exante-annexes.ts'
import { affordabilityBlocks } from './exante-affordability.ts'
import { comparisonBlocks } from './exante-comparison.ts'
import { auditForm } from './exante-audit-form.ts'
import type { DocumentFrame, ProjectHead, SignedOpinion } from './shared/input.ts'
import { reportDocument } from './shared/report.ts'
import { clause, day, firstText, money, moneySum, period, score, sentence, weight } from './shared/text.ts'

export type ExanteReportInput = {
  readonly frame: DocumentFrame
  readonly project: ProjectHead
  readonly content: Labelled<ExanteEvaluationContent>
  /** 组织评估单位. */
  readonly organiser: string
  readonly concludedOn?: DateText | null
  /** The leader who approved, named where the conclusion was changed. */
  readonly approvedBy?: { readonly name: string; readonly on: DateText } | null
  /** The sheets handed in, one per expert. */
  readonly sheets: readonly ScoredSheet[]
  /** The affordability sheet as computed: verdict, stress, simulation. */
  readonly affordability: AffordabilityAssessment
  /** The lead expert's signed word on scores far apart. */
  readonly leadNote?: string | null
  /** What bars full support, in words; nothing while nobody has scored. */
  readonly vetoes: readonly string[]
  /** 形成结论 and 审定, as they were signed. */
  readonly opinions: readonly SignedOpinion[]
  /** The draft target, version 0 of stage 2. */
  readonly annualGoal?: string | null
}

/** 事前绩效评估报告: outline of 宁财（绩）发〔2022〕376号 appendix 3, with the plan's affordability (三（一）). */
export function buildExanteReport(input: ExanteReportInput): DocumentBlocks {
  const { project, content, frame } = input
  return reportDocument({
    frame,
    title: `${project.name}\n事前绩效评估报告`,
    head: {
      issuer: input.organiser,
      date: day(input.concludedOn),
      facts: [
        { label: '评估对象', value: project.name },
        { label: '申报单位', value: project.unitName },
        { label: '主管部门', value: project.departmentName },
        { label: '评估单位', value: input.organiser },
      ],
    },
    body: [
      ...objectBlocks(input),
      ...workBlocks(input),
      ...findingBlocks(input),
      heading(1, '四、相关建议'),
      ...paragraphs(content.suggestions),
      ...cutBlocks(content),
      heading(1, '五、其他需要说明的问题'),
      ...paragraphs(input.leadNote, '无其他需要说明的问题。'),
    ],
    annexes: [
      { title: '事前绩效评估评分表', blocks: [scoreTable(content, input.sheets)] },
      {
        title: '财力可承受能力测算表',
        orientation: 'landscape',
        blocks: affordabilityBlocks(content, input.affordability),
      },
      { title: '专家意见汇总表', blocks: [opinionTable(content, input.sheets)] },
      { title: '评估资料清单', blocks: [materialTable(content)] },
      {
        title: '事前绩效评估审核表',
        blocks: [
          auditForm({
            project,
            content,
            affordability: input.affordability.base,
            vetoes: input.vetoes,
            opinions: input.opinions,
          }),
        ],
      },
    ],
  })
}

function objectBlocks({ project, content, annualGoal }: ExanteReportInput): Block[] {
  return [
    heading(1, '一、评估对象'),
    heading(2, '（一）项目背景和主要内容'),
    ...paragraphs(project.overview),
    paragraph(`项目期：${period(project.periodStart, project.periodEnd)}。`),
    heading(2, '（二）项目绩效目标'),
    ...paragraphs(firstText(annualGoal, '见单位随评估资料提交的绩效目标申报表。')),
    heading(2, '（三）资金构成'),
    paragraph(
      `项目实施期资金总额${money(project.total_fen)}万元，${project.fiscalYear}年度资金总额${money(project.annual_fen)}万元；` +
        `本次申请预算${money(content.requested_fen)}万元。`,
    ),
  ]
}

function workBlocks({ content, project }: ExanteReportInput): Block[] {
  const experts = content.experts ?? []
  return [
    heading(1, '二、评估工作开展情况'),
    heading(2, '（一）评估目的和对象'),
    paragraph(
      `对${firstText(content.subject, '项目')}${quote(project.name)}的${dimensionNames(content)}进行论证，` +
        '并对财力的可承受力作出评估，为预算安排提供参考依据。',
    ),
    heading(2, '（二）评估思路和方法'),
    paragraph(`评估方法：${(content.methods ?? []).join('、') || '未填写'}。`),
    ...paragraphs(content.approach),
    heading(2, '（三）评估组和专家'),
    ...paragraphs(content.team),
    listTable({
      caption: '评估专家',
      head: ['序号', '专家', '专业领域', '工作单位', '利害关系申报'],
      columns: columns([1.2, 'center'], [2, 'center'], [2, 'center'], 5, [2.4, 'center']),
      rows: experts.map((expert, index) => [
        String(index + 1),
        expert.person ?? '',
        expert.field ?? '',
        expert.employer ?? '',
        expert.isConflictDeclared ? '已申报' : '无',
      ]),
    }),
  ]
}

/** The five dimensions by the names of the rubric that was scored by; before that, the plan's own. */
function dimensionNames({ panelDimensions }: Labelled<ExanteEvaluationContent>): string {
  const names = (panelDimensions ?? []).flatMap(({ dimension }) => (dimension ? [dimension] : []))
  return (names.length > 0 ? names : PLAN_DIMENSIONS).join('、')
}

/** 试点方案三（一）: what an evaluation argues. */
const PLAN_DIMENSIONS = ['立项必要性', '投入经济性', '绩效目标合理性', '实施方案有效性', '筹资合规性']

function findingBlocks(input: ExanteReportInput): Block[] {
  const { content, sheets } = input
  const dimensions = content.panelDimensions ?? []
  return [
    heading(1, '三、综合评估情况和结论'),
    heading(2, '（一）各维度评估情况'),
    listTable({
      caption: '各维度得分',
      head: ['评估维度', '分值', '平均得分'],
      columns: columns(4, [1.4, 'right'], [1.4, 'right']),
      size: 'normal',
      rows: [
        ...dimensions.map((dimension) => [
          dimension.dimension ?? '',
          weight(dimension.weight_x100),
          score(dimension.score_x100),
        ]),
        ['综合得分', '100', score(content.panelScore_x100)],
      ],
    }),
    ...dimensions.map((dimension) =>
      paragraph(commentsOn(dimension.dimension ?? '', sheets), `${dimension.dimension ?? ''}。`),
    ),
    heading(2, `（二）${firstText(content.affordabilityLabel, AFFORDABILITY_LABEL)}`),
    paragraph(affordabilityText(input)),
    heading(2, '（三）筹资合规性审查'),
    paragraph(
      `审查结论：${content.isFundingCompliant ? '合规' : '不合规'}。${sentence(content.fundingNote)}`,
    ),
    heading(2, '（四）与同类项目比较'),
    ...comparisonBlocks(content),
    heading(2, '（五）评估结论'),
    paragraph(
      `经${sheets.length}名专家评分，综合得分${score(content.panelScore_x100)}分。评估结论为“${content.decision ?? ''}”；` +
        `申请金额${money(content.requested_fen)}万元，建议支持金额${money(content.suggested_fen)}万元。`,
    ),
    ...paragraphs(content.reasons),
    ...leaderBlocks(input),
  ]
}

/** A conclusion that was changed says by whom, from what to what, and why. */
function leaderBlocks({ content, approvedBy }: ExanteReportInput): Block[] {
  if (!content.isOverridden) return []
  const leader = approvedBy ? `${approvedBy.name}于${day(approvedBy.on)}` : '分管领导'
  return [
    heading(2, '（六）结论的改变'),
    paragraph(
      `${leader}审定时将评估结论由“${content.decision ?? ''}”改为“${content.overrideDecision ?? ''}”，` +
        `支持金额由${money(content.suggested_fen)}万元改为${money(content.overrideSuggested_fen)}万元。` +
        `理由：${sentence(content.overrideReason)}`,
    ),
  ]
}

/** What the experts wrote beside their marks; a dimension nobody criticised says so. */
function commentsOn(dimension: string, sheets: readonly ScoredSheet[]): string {
  const comments = sheets
    .flatMap((sheet) => sheet.content.scores ?? [])
    .filter((mark) => mark.dimension === dimension && firstText(mark.comment) !== '')
    .map((mark) => `${clause(mark.item)}：${clause(mark.comment)}`)
  return comments.length === 0 ? '专家未提出扣分意见。' : `${[...new Set(comments)].join('；')}。`
}

/** As it was concluded; until then as it stands. */
function affordabilityText({ content, affordability }: ExanteReportInput): string {
  const stands = firstText(content.affordabilityText, describeAffordability(affordability))
  return `${stands}测算过程见附件2。`
}

function cutBlocks(content: Labelled<ExanteEvaluationContent>): Block[] {
  const cuts = content.cutLines ?? []
  if (cuts.length === 0) return []
  return [
    listTable({
      caption: '核减明细',
      unit: '单位：万元',
      head: ['序号', '支出内容', '申请金额', '核减金额', '核减理由'],
      columns: columns([1.2, 'center'], 3.6, [2, 'right'], [2, 'right'], 5),
      rows: [
        ...cuts.map((cut, index) => [
          String(index + 1),
          cut.item ?? '',
          money(cut.requested_fen),
          money(cut.cut_fen),
          cut.reason ?? '',
        ]),
        [
          '',
          '合计',
          moneySum(cuts.map((cut) => cut.requested_fen)),
          moneySum(cuts.map((cut) => cut.cut_fen)),
          '',
        ],
      ],
    }),
  ]
}
