import type {
  EvaluationFinanceContent,
  EvaluationSelfContent,
  ProjectEntryContent,
  ResultsBudgetDecisionContent,
  ResultsTaskContent,
  TargetsSheetContent,
} from '../../domain/forms/contents.ts'
import { computeFundRates } from '../../domain/evaluation/compute/index.ts'
import { computeSynchrony } from '../../domain/pilot/compute/index.ts'
import { computeLinkageTotals, computeRectificationRate } from '../../domain/results/compute/index.ts'
import { formatDate } from '../../domain/shared/dates.ts'
import { GRADES } from '../../domain/shared/grade.ts'
import { findFen, formatWanYuan } from '../../domain/shared/money.ts'
import { formatRatio } from '../../domain/shared/ratio.ts'
import { formatScore } from '../../domain/shared/score.ts'
import { STAGES } from '../../domain/workflow/record-kind.ts'
import { dayOf } from '../../domain/workflow/sentences.ts'
import { findActs } from '../../storage/act-repository.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import { findLatestRecord, findRecordData, type RecordData } from '../records/record-data.ts'
import { executorsOf } from './stage-parts.ts'

/** 项目概况: what was entered when the project came in, and its approved money. */
export function overviewOf(project: ProjectRow): string {
  const { overview, periodStart, periodEnd } = project.content as ProjectEntryContent
  const period =
    periodStart && periodEnd ? `，实施期${formatDate(periodStart)}至${formatDate(periodEnd)}` : ''
  const nature = project.isNew ? '新增项目' : '延续项目'
  const head =
    `${project.name}为${nature}，主管部门为${project.departmentName}，实施单位为${project.unitName}` +
    `${period}，${project.fiscalYear}年度预算${formatWanYuan(project.budget_fen)}万元。`
  return [head, overview?.trim() ?? ''].filter((line) => line !== '').join('\n')
}

/** 组织实施: who did each stage and which offices took part, from the selection and the history. */
export async function organisationOf(context: Context, project: ProjectRow): Promise<string> {
  const executors = await executorsOf(context, project)
  const acts = await findActs(context.db, { jurisdictionId: project.jurisdictionId, projectId: project.id })
  const offices = [...new Set(acts.flatMap(({ organisationName }) => organisationName ?? []))]
  const stages = Object.entries(executors).map(
    ([stage, words]) => `${STAGES[stage as keyof typeof STAGES]}：${words}`,
  )
  return [
    stages.length > 0 ? `各阶段实施方式：${stages.join('；')}。` : '',
    offices.length > 0 ? `参与办理的单位：${offices.join('、')}，共办理${acts.length}个环节。` : '',
  ]
    .filter((line) => line !== '')
    .join('\n')
}

/** 管理成效: only figures that stand in confirmed records, each with the rule that makes it. */
export async function effectsOf(context: Context, project: ProjectRow): Promise<string> {
  const lines = await Promise.all([
    synchronyLine(context, project),
    evaluationLine(context, project),
    rectificationLine(context, project),
    linkageLine(context, project),
  ])
  return lines.filter((line) => line !== '').join('\n')
}

/** 绩效目标与预算四同步, act by act. */
async function synchronyLine(context: Context, project: ProjectRow): Promise<string> {
  const sheet = await findLatestRecord(context, project, 'targets.sheet')
  const line = await findLatestRecord(context, project, 'project.budgetLine')
  if (!sheet || !line) return ''
  const { disclosedOn } = sheet.content as TargetsSheetContent
  const { jurisdictionId: jurisdiction, fiscalYear } = project
  const rules = context.rules.at({ date: context.today, jurisdiction, fiscalYear })
  const pair = (budget: string, target: string) => ({
    budgetOn: dayOfAct(line, budget),
    targetOn: dayOfAct(sheet, target),
  })
  const { explanation } = computeSynchrony(
    {
      declare: pair('apply', 'declare'),
      review: pair('arrange', 'recheck'),
      approve: pair('approve', 'approve'),
      publish: { targetOn: disclosedOn ?? null },
    },
    rules,
  )
  return `绩效目标与预算同步情况：${explanation.sentence}`
}

function dayOfAct({ acts }: RecordData, action: string): string | null {
  const act = acts.findLast((candidate) => candidate.action === action)
  return act ? dayOf(act.actedAt) : null
}

async function evaluationLine(context: Context, project: ProjectRow): Promise<string> {
  const finance = await findLatestRecord(context, project, 'evaluation.finance')
  if (!finance || !['confirmed', 'closed'].includes(finance.record.state)) return ''
  const content = finance.content as EvaluationFinanceContent
  const self = await findLatestRecord(context, project, 'evaluation.self')
  const own = (self?.content as EvaluationSelfContent | undefined)?.totalScore_x100
  const [budget_fen, received_fen, spent_fen] = [
    content.budget_fen,
    content.received_fen,
    content.spent_fen,
  ].map(findFen)
  const isKnown = budget_fen !== undefined && received_fen !== undefined && spent_fen !== undefined
  const rates = isKnown ? computeFundRates({ budget_fen, received_fen, spent_fen }) : undefined
  const parts = [
    own == null ? '' : `单位自评${formatScore(own)}分`,
    content.totalScore_x100 == null ? '' : `财政评价${formatScore(content.totalScore_x100)}分`,
    content.grade ? `等级为“${GRADES[content.grade]}”` : '',
    rates?.executionRate ? `预算执行率${formatRatio(rates.executionRate)}（按实际到位资金计算）` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : `绩效评价结果：${parts.join('，')}。`
}

async function rectificationLine(context: Context, project: ProjectRow): Promise<string> {
  const { jurisdictionId, id: projectId } = project
  const tasks = await findRecordData(context, { jurisdictionId, projectId, kind: 'results.task' })
  if (tasks.length === 0) return ''
  const { explanation, recovered_fen } = computeRectificationRate(
    tasks.map(({ record, content }) => {
      const recovered = findFen((content as ResultsTaskContent).verifiedRecovered_fen)
      const isDone = record.state === 'verified' || record.state === 'exempted'
      const state = isDone ? (record.state as 'verified' | 'exempted') : ('open' as const)
      return { state, ...(recovered === undefined ? {} : { recovered_fen: recovered }) }
    }),
  )
  const money = recovered_fen > 0n ? `核实收回资金${formatWanYuan(recovered_fen)}万元。` : ''
  return `整改情况：${explanation.sentence}${money}`
}

async function linkageLine(context: Context, project: ProjectRow): Promise<string> {
  const decision = await findLatestRecord(context, project, 'results.budgetDecision')
  if (decision?.record.state !== 'decided') return ''
  const { measure, current_fen, next_fen, performanceChange_fen } =
    decision.content as ResultsBudgetDecisionContent
  const [current, next, caused] = [current_fen, next_fen, performanceChange_fen].map(findFen)
  if (!measure || current === undefined || next === undefined || caused === undefined) return ''
  const amounts = { current_fen: current, next_fen: next, performanceChange_fen: caused }
  const { explanation } = computeLinkageTotals([{ name: project.name, measure, ...amounts }])
  return `结果应用：${explanation.sentence}`
}

/** 主要经验及做法 of the confirmed evaluation. */
export async function experienceOf(context: Context, project: ProjectRow): Promise<string> {
  const finance = await findLatestRecord(context, project, 'evaluation.finance')
  if (!finance || !['confirmed', 'closed'].includes(finance.record.state)) return ''
  return (finance.content as EvaluationFinanceContent).experience?.trim() ?? ''
}
