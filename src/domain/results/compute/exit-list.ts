import type { ParameterReader } from '../../rules/parameter-values.ts'
import { addMonths, type DateText, formatDate } from '../../shared/dates.ts'
import type { Explained } from '../../shared/explanation.ts'
import { type Grade, GRADES } from '../../shared/grade.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const RES_042: RuleHeader = {
  id: 'RES-042',
  name: '到期退出清单',
  stage: 'results',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '三（五）解决项目长期固化、无法退出的问题'),
  parameters: ['results.exit_list', 'budget.project_term'],
}

/** Why an item is on the list; one can be there for several. */
export const EXIT_REASONS = {
  expired: '已到期',
  expiring: '将到期',
  poor: '评价为差',
  overlong: '期限超过规定',
  midTerm: '应做中期评价',
} as const
export type ExitReason = keyof typeof EXIT_REASONS

export const EXIT_RECOMMENDATIONS = {
  exit: '建议退出',
  renew: '继续须重新评估',
  reapply: '继续须按新增申报',
  decide: '建议削减或取消',
  evaluate: '先做中期评价',
} as const
export type ExitRecommendation = keyof typeof EXIT_RECOMMENDATIONS

/**
 * RES-042: whether a project or policy stands on the exit list on a day, why, and what is recommended. One that is
 * over and was evaluated poor is to end; one that is over may go on only anew, where the place asks so with
 * another ex-ante evaluation. What stopped more years ago than the place asks for is no longer listed. A person
 * decides.
 * @param input.isEarmarkedFund terms and mid-term evaluation bind earmarked funds (policies) only
 */
export function computeExit(
  input: {
    /** Of the newest project of the code, or of the policy's newest target sheet. */
    readonly fiscalYear: number
    readonly periodStart: DateText | null
    readonly periodEnd: DateText | null
    /** The newest confirmed one. */
    readonly grade: Grade | null
    readonly isEarmarkedFund: boolean
    readonly today: DateText
  },
  rules: ParameterReader,
): Explained<{
  readonly isListed: boolean
  readonly reasons: readonly ExitReason[]
  readonly recommendation: ExitRecommendation | null
  /** Whether going on needs a new ex-ante evaluation. */
  readonly needsNewEvaluation: boolean
}> {
  const term = rules.value('budget.project_term')
  const ahead = rules.value('results.exit_list')
  const last = Math.max(input.fiscalYear, yearOf(input.periodEnd) ?? 0)
  const isOver = last < Number(input.today.slice(0, 4)) - ahead.value.keepYears
  const reasons = isOver ? [] : reasonsOf(input, { ...term.value, months: ahead.value.months })
  const recommendation = recommend(reasons, term.value.needsNewEvaluation)
  const isEnding = reasons.includes('expired') || reasons.includes('expiring')
  const words = reasons.map((reason) => EXIT_REASONS[reason]).join('、')
  const until = input.periodEnd === null ? '没有登记期限' : `期限到${formatDate(input.periodEnd)}`
  const result = recommendation === null ? '不列入' : EXIT_RECOMMENDATIONS[recommendation]
  return {
    isListed: reasons.length > 0,
    reasons,
    recommendation,
    needsNewEvaluation: isEnding && term.value.needsNewEvaluation,
    explanation: explain(RES_042, {
      sentence: isOver
        ? `最后一年为${last}年，已过去${ahead.value.keepYears}年以上，不再列入清单。`
        : `${until}${words === '' ? '，不列入清单' : `，${words}，${result}`}。`,
      inputs: [
        { label: '年度', value: String(input.fiscalYear) },
        { label: '期限', value: `${input.periodStart ?? '未登记'}至${input.periodEnd ?? '未登记'}` },
        { label: '评价等级', value: input.grade === null ? '未评价' : GRADES[input.grade] },
        { label: '专项资金或政策', value: input.isEarmarkedFund ? '是' : '否' },
        { label: '日期', value: input.today },
      ],
      parameters: [ahead, term],
      formula:
        '期限已过为到期；提示时间内为将到期；评价为差、超过最长年限或应做中期评价的一并列入；年度和期限都早已过去的不再列入',
      result,
    }),
  }
}

function yearOf(day: DateText | null): number | undefined {
  return day === null ? undefined : Number(day.slice(0, 4))
}

type Terms = {
  readonly months: number
  readonly fundTermYears: number | null
  readonly midTermAboveYears: number | null
}

function reasonsOf(input: Parameters<typeof computeExit>[0], terms: Terms): ExitReason[] {
  const { periodStart, periodEnd, grade, isEarmarkedFund, today } = input
  const reasons: ExitReason[] = []
  if (periodEnd !== null && periodEnd < today) reasons.push('expired')
  else if (periodEnd !== null && periodEnd <= addMonths(today, terms.months)) reasons.push('expiring')
  if (grade === 'poor') reasons.push('poor')
  if (!isEarmarkedFund || periodStart === null || periodEnd === null) return reasons
  const years = Number(periodEnd.slice(0, 4)) - Number(periodStart.slice(0, 4)) + 1
  if (terms.fundTermYears !== null && years > terms.fundTermYears) reasons.push('overlong')
  if (terms.midTermAboveYears !== null && years > terms.midTermAboveYears) reasons.push('midTerm')
  return reasons
}

function recommend(reasons: readonly ExitReason[], needsNewEvaluation: boolean): ExitRecommendation | null {
  const has = (reason: ExitReason) => reasons.includes(reason)
  const isEnding = has('expired') || has('expiring')
  if (isEnding && has('poor')) return 'exit'
  if (has('poor')) return 'decide'
  if (isEnding || has('overlong')) return needsNewEvaluation ? 'renew' : 'reapply'
  return has('midTerm') ? 'evaluate' : null
}

/** What the newest list that has an item says of it. */
export type ListedExit = { readonly isDecided: boolean; readonly decision: string | null }

/**
 * Whether an item needs no further list: it stands on one that is not decided, or was decided and is not to be looked
 * at again; “执行到期” is, once the term is over.
 */
export function isSettledExit(
  listed: ListedExit | undefined,
  { periodEnd, today }: { readonly periodEnd: DateText | null; readonly today: DateText },
): boolean {
  if (!listed) return false
  const isOver = periodEnd !== null && periodEnd < today
  return !(listed.isDecided && listed.decision === 'toTerm' && isOver)
}
