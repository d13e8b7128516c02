import type {
  EvaluationFinanceContent,
  EvaluationSelfContent,
  ProjectEntryContent,
  ResultsBudgetDecisionContent,
  ResultsTaskContent,
  TargetsSheetContent,
} from '../../forms/contents.ts'
import type { Content } from '../../forms/form.ts'
import { computeFundRates } from '../../evaluation/index.ts'
import { computeLinkageTotals, computeRectificationRate } from '../../results/index.ts'
import type { ParameterReader } from '../../rules/parameter-values.ts'
import { formatDate } from '../../shared/dates.ts'
import { GRADES } from '../../shared/grade.ts'
import { findFen, formatWanYuan, sumFen } from '../../shared/money.ts'
import { formatRatio } from '../../shared/ratio.ts'
import { formatScore } from '../../shared/score.ts'
import { dayOf } from '../../workflow/sentences.ts'
import { computeSynchrony } from '../compute/index.ts'
import type { ToldAct, ToldLine, TellSource } from './told.ts'

/** A record as far as an account of the project needs it. */
export type AccountRecord = {
  readonly id: string
  readonly state: string
  readonly content: Content
  readonly acts: readonly ToldAct[]
}

/** What the account of a project is told from. */
export type AccountSource = {
  readonly project: {
    readonly id: string
    readonly name: string
    readonly isNew: boolean
    readonly departmentName: string
    readonly unitName: string
    readonly fiscalYear: number
    readonly budget_fen: string
    readonly content: Content
  }
  readonly sheet?: AccountRecord | undefined
  readonly line?: AccountRecord | undefined
  readonly self?: AccountRecord | undefined
  readonly finance?: AccountRecord | undefined
  readonly decision?: AccountRecord | undefined
  readonly tasks: readonly AccountRecord[]
  readonly rules: ParameterReader
  /** Day the target was first published; the sheet itself keeps the newest. */
  readonly firstDisclosedOn?: string | null
}

/** 项目概况: what was entered when the project came in, and its approved money. */
export function tellOverview({ project }: Pick<AccountSource, 'project'>): ToldLine[] {
  const { overview, periodStart, periodEnd } = project.content as ProjectEntryContent
  const period =
    periodStart && periodEnd ? `，实施期${formatDate(periodStart)}至${formatDate(periodEnd)}` : ''
  const nature = project.isNew ? '新增项目' : '延续项目'
  const head =
    `${project.name}为${nature}，主管部门为${project.departmentName}，实施单位为${project.unitName}` +
    `${period}，${project.fiscalYear}年度预算${formatWanYuan(project.budget_fen)}万元。`
  const sources = [{ recordId: project.id }]
  const own = (overview?.trim() ?? '').split('\n').filter((line) => line !== '')
  return [head, ...own].map((text) => ({ text, sources }))
}

/** 试点基本情况 of a place: how many projects, how much money. */
export function tellPlace(
  placeName: string,
  pilots: readonly { readonly name: string; readonly unitName: string; readonly budget_fen: string }[],
): string {
  const money = sumFen(pilots.map(({ budget_fen }) => BigInt(budget_fen)))
  const names = pilots.map(({ name, unitName }) => `${name}（${unitName}实施）`).join('、')
  return (
    `按照《市、县（区）预算绩效一体化管理试点工作方案》，${placeName}选择${pilots.length}个重点项目开展预算绩效` +
    `一体化全流程规范管理，预算资金${formatWanYuan(money)}万元：${names}。`
  )
}

/** 管理成效: only figures that stand in confirmed records, each with the rule that makes it. */
export function tellEffects(source: AccountSource): ToldLine[] {
  return [tellSynchrony, tellEvaluation, tellRectification, tellLinkage].flatMap((tell) => tell(source))
}

/** 绩效目标与预算四同步, act by act. */
function tellSynchrony({ sheet, line, rules, firstDisclosedOn }: AccountSource): ToldLine[] {
  if (!sheet || !line) return []
  const { disclosedOn } = sheet.content as TargetsSheetContent
  const pair = (budget: string, target: string) => ({
    budgetOn: dayOfAct(line, budget),
    targetOn: dayOfAct(sheet, target),
  })
  const { explanation } = computeSynchrony(
    {
      declare: pair('apply', 'declare'),
      review: pair('arrange', 'recheck'),
      approve: pair('approve', 'approve'),
      publish: { targetOn: firstDisclosedOn ?? disclosedOn ?? null },
    },
    rules,
  )
  return [computed(`绩效目标与预算同步情况：${explanation.sentence}`, 'PIL-003', [sheet.id, line.id])]
}

/** The first time counts: what was sent back and handed in anew was in step with the budget before. */
function dayOfAct({ acts }: AccountRecord, action: string): string | null {
  const act = acts.find((candidate) => candidate.action === action)
  return act ? dayOf(act.actedAt) : null
}

function tellEvaluation({ finance, self }: AccountSource): ToldLine[] {
  if (!finance || !['confirmed', 'closed'].includes(finance.state)) return []
  const content = finance.content as EvaluationFinanceContent
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
  if (parts.length === 0) return []
  const ids = [...(self ? [self.id] : []), finance.id]
  return [computed(`绩效评价结果：${parts.join('，')}。`, 'EVA-005', ids)]
}

function tellRectification({ tasks }: AccountSource): ToldLine[] {
  if (tasks.length === 0) return []
  const { explanation, recovered_fen } = computeRectificationRate(
    tasks.map(({ state, content }) => {
      const recovered = findFen((content as ResultsTaskContent).verifiedRecovered_fen)
      const reached = state === 'verified' ? ('verified' as const) : ('open' as const)
      return { state: reached, ...(recovered === undefined ? {} : { recovered_fen: recovered }) }
    }),
  )
  const money = recovered_fen > 0n ? `核实收回资金${formatWanYuan(recovered_fen)}万元。` : ''
  return [
    computed(
      `整改情况：${explanation.sentence}${money}`,
      explanation.ruleId,
      tasks.map(({ id }) => id),
    ),
  ]
}

function tellLinkage({ decision, project }: AccountSource): ToldLine[] {
  if (decision?.state !== 'decided') return []
  const { measure, current_fen, next_fen, performanceChange_fen } =
    decision.content as ResultsBudgetDecisionContent
  const [current, next, caused] = [current_fen, next_fen, performanceChange_fen].map(findFen)
  if (!measure || current === undefined || next === undefined || caused === undefined) return []
  const amounts = { current_fen: current, next_fen: next, performanceChange_fen: caused }
  const { explanation } = computeLinkageTotals([{ name: project.name, measure, ...amounts }])
  return [computed(`结果应用：${explanation.sentence}`, explanation.ruleId, [decision.id])]
}

function computed(text: string, rule: string, recordIds: readonly string[]): ToldLine {
  return { text, sources: recordIds.map((recordId): TellSource => ({ recordId, rule })) }
}
