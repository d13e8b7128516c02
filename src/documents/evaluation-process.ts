import type { Block } from '../domain/documents/block.ts'
import type { Labelled } from '../domain/documents/label-content.ts'
import { columns, listTable, paragraph } from '../domain/documents/make-block.ts'
import type { EvaluationFinanceContent } from '../domain/forms/contents.ts'
import type { DateText } from '../domain/shared/dates.ts'
import { barChart } from './shared/bar-chart.ts'
import { clause, day, sentence } from './shared/text.ts'

/** What the rules say of the surveys; shares out of 10 000. */
export type SurveyFigures = {
  /** How many answers each survey needs, in the order of the surveys. */
  readonly needed: readonly number[]
  /** Pooled satisfaction as printed, and each option with its share of all valid answers. */
  readonly satisfaction: string
  readonly options: readonly { readonly name: string; readonly share_bp: number; readonly count: number }[]
}

/** Days of the steps of an evaluation; nothing for those not taken yet. */
export type EvaluationDays = {
  readonly commissionedOn?: DateText
  readonly consultedOn?: DateText
  readonly repliedOn?: DateText
}

type Content = Labelled<EvaluationFinanceContent>

/** 评价过程: what was done on which day, what was collected, visited and asked. */
export function processBlocks(
  content: Content,
  days: EvaluationDays,
  survey?: SurveyFigures,
  isOwn = false,
): Block[] {
  return [
    paragraph(stepsText(days, isOwn)),
    ...(isOwn ? groupBlocks(content) : []),
    ...requestBlocks(content),
    ...visitBlocks(content),
    ...(survey ? surveyBlocks(content, survey) : []),
  ]
}

/** 评价组: who did what, and since when each had pledged. */
function groupBlocks({ group, members }: Content): Block[] {
  const pledges = new Map((members ?? []).map((one) => [one.person, one]))
  const rows = (group ?? []).map(({ person, duty, task }) => {
    const { isExpert, pledgedOn } = pledges.get(person) ?? {}
    const kind = isExpert ? '专家' : '本单位人员'
    return [person ?? '', duty ?? '', kind, clause(task), pledgedOn ? day(pledgedOn) : '尚未承诺']
  })
  return [
    listTable({
      caption: '评价组组成和分工',
      head: ['姓名', '职责', '来源', '分工', '承诺日期'],
      columns: columns(2, [1.6, 'center'], [2, 'center'], 5, [2.6, 'center']),
      rows,
    }),
  ]
}

function stepsText({ commissionedOn, consultedOn, repliedOn }: EvaluationDays, isOwn: boolean): string {
  const steps = [
    commissionedOn ? `${day(commissionedOn)}${isOwn ? '组成评价组' : '委托评价'}` : '',
    consultedOn ? `${day(consultedOn)}征求被评价单位意见` : '',
    repliedOn ? `${day(repliedOn)}收到单位意见` : '',
  ].filter((step) => step !== '')
  const whole = '评价经前期准备、资料收集和现场调查、核实分析、征求被评价单位意见、形成结论等步骤完成'
  return steps.length === 0 ? `${whole}。` : `${whole}：${steps.join('，')}。`
}

function requestBlocks({ requests }: Content): Block[] {
  if (!requests || requests.length === 0) return []
  const missing = requests.filter(({ deliveredOn }) => !deliveredOn)
  const lack = missing.map(({ material, note }) => `${clause(material)}（${clause(note) || '未收到'}）`)
  return [
    paragraph(
      `共索取资料${requests.length}项，收到${requests.length - missing.length}项。${lack.length === 0 ? '' : `没有收到的：${lack.join('；')}。`}`,
      '资料收集。',
    ),
  ]
}

function visitBlocks({ fieldSurveys, noSurveyReason }: Content): Block[] {
  if (fieldSurveys && fieldSurveys.length > 0) {
    return fieldSurveys.map(({ visitedOn, place, content, finding }, index) =>
      paragraph(
        `${day(visitedOn)}在${clause(place)}：${sentence(content)}${sentence(finding)}`,
        index === 0 ? '现场调查。' : undefined,
      ),
    )
  }
  return noSurveyReason ? [paragraph(`没有开展现场调查：${sentence(noSurveyReason)}`, '现场调查。')] : []
}

function surveyBlocks(
  { questionnaires }: Content,
  { needed, satisfaction, options }: SurveyFigures,
): Block[] {
  const surveys = questionnaires ?? []
  const notes = surveys.flatMap(({ group, biasNote }) =>
    biasNote ? [`${clause(group)}：${sentence(biasNote)}`] : [],
  )
  return [
    paragraph(
      `按各选项赋值加权平均，满意度为${satisfaction}。${notes.length === 0 ? '' : `样本偏差说明：${notes.join('')}`}`,
      '问卷调查。',
    ),
    listTable({
      caption: '问卷发放和回收情况',
      head: ['调查对象', '总体（人）', '所需份数', '发放', '收回', '有效'],
      columns: columns(3.4, [2, 'right'], [1.8, 'right'], [1.6, 'right'], [1.6, 'right'], [1.6, 'right']),
      rows: surveys.map((one, index) => [
        one.group ?? '',
        `${one.population ?? ''}`,
        `${needed[index] ?? ''}`,
        `${one.sent ?? ''}`,
        `${one.returned ?? ''}`,
        `${one.valid ?? ''}`,
      ]),
    }),
    barChart(
      '问卷答复分布',
      ['选项', '占有效问卷的比例', '份数'],
      options.map(({ name, share_bp, count }) => ({ name, share_bp, value: `${count}份` })),
    ),
  ]
}
