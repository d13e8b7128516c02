import type { ParameterReader } from '../../rules/parameter-values.ts'
import { type DateText, formatDate } from '../../shared/dates.ts'
import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const BUD_009: RuleHeader = {
  id: 'BUD-009',
  name: '项目和专项资金到期',
  stage: 'project',
  kind: 'compute',
  source: cite('jiheng-default', '到期项目不再按延续项目安排'),
  parameters: ['budget.project_term'],
}

/**
 * BUD-009: an item whose period ended before the budget year is no continuing item any more; to go on
 * it is applied for anew, where the place asks so with an ex-ante evaluation. Terms of earmarked funds
 * and their mid-term evaluation apply where a jurisdiction set them.
 */
export function computeProjectExpiry(
  input: {
    readonly periodStart: DateText
    readonly periodEnd: DateText
    readonly budgetYear: number
    readonly isEarmarkedFund: boolean
  },
  rules: ParameterReader,
): Explained<{
  readonly isExpired: boolean
  readonly needsNewEvaluation: boolean
  /** Longer than earmarked funds may run here. */
  readonly isTermTooLong: boolean
  readonly needsMidTerm: boolean
}> {
  const parameter = rules.value('budget.project_term')
  const { needsNewEvaluation, fundTermYears, midTermAboveYears } = parameter.value
  const { periodStart, periodEnd, budgetYear, isEarmarkedFund } = input
  const years = Number(periodEnd.slice(0, 4)) - Number(periodStart.slice(0, 4)) + 1
  const isExpired = Number(periodEnd.slice(0, 4)) < budgetYear
  const isTermTooLong = isEarmarkedFund && fundTermYears !== null && years > fundTermYears
  const needsMidTerm = isEarmarkedFund && midTermAboveYears !== null && years > midTermAboveYears
  const words = [
    isExpired
      ? `已于${formatDate(periodEnd)}到期，${needsNewEvaluation ? '继续安排须重新评估、按新增项目申报' : '继续安排须按新增项目申报'}`
      : `实施期到${formatDate(periodEnd)}，可以按延续项目安排`,
    ...(isTermTooLong ? [`期限${years}年，超过专项资金最长${fundTermYears}年`] : []),
    ...(needsMidTerm ? [`期限超过${midTermAboveYears}年，应开展中期评价`] : []),
  ]
  return {
    isExpired,
    needsNewEvaluation: isExpired && needsNewEvaluation,
    isTermTooLong,
    needsMidTerm,
    explanation: explain(BUD_009, {
      sentence: `${words.join('；')}。`,
      inputs: [
        { label: '实施期', value: `${periodStart}至${periodEnd}` },
        { label: '预算年度', value: String(budgetYear) },
        { label: '专项资金', value: isEarmarkedFund ? '是' : '否' },
      ],
      parameters: [parameter],
      formula: '实施期截止年度早于预算年度的为到期',
      result: isExpired ? '到期' : '未到期',
    }),
  }
}
