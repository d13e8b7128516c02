import type { Explained } from '../../shared/explanation.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const BUD_006: RuleHeader = {
  id: 'BUD-006',
  name: '预算调整与预算调剂的区分',
  stage: 'project',
  kind: 'compute',
  source: cite('law-budget', '第六十七条、第七十一条、第七十二条'),
}

export const BUDGET_CHANGES = {
  adjustment: '预算调整，须报本级人大常委会批准',
  reported: '不属于预算调整，须向本级人大常委会报告',
  reallocation: '预算调剂，按财政部门规定办理',
} as const
export type BudgetChangeKind = keyof typeof BUDGET_CHANGES

/**
 * BUD-006: what a change is, by the four cases of Art. 67 and the exception of Art. 71; never by its
 * amount. Anything else is a transfer between subjects, levels or projects (Art. 72).
 */
export function computeBudgetChange(change: {
  readonly totalExpenditure: 'up' | 'down' | 'same'
  /** The rise comes from earmarked transfers that need no local match, and from nothing else. */
  readonly isEarmarkedWithoutMatch: boolean
  readonly drawsStabilisationFund: boolean
  readonly cutsApprovedKeySpending: boolean
  readonly raisesDebt: boolean
}): Explained<{ readonly kind: BudgetChangeKind; readonly needsStandingCommittee: boolean }> {
  const isExempt = change.totalExpenditure === 'up' && change.isEarmarkedWithoutMatch
  const cases = [
    ...(change.totalExpenditure === 'up' && !isExempt ? ['需要增加预算总支出'] : []),
    ...(change.totalExpenditure === 'down' ? ['需要减少预算总支出'] : []),
    ...(change.drawsStabilisationFund ? ['需要调入预算稳定调节基金'] : []),
    ...(change.cutsApprovedKeySpending ? ['需要调减预算安排的重点支出'] : []),
    ...(change.raisesDebt ? ['需要增加举借债务'] : []),
  ]
  const kind = cases.length > 0 ? 'adjustment' : isExempt ? 'reported' : 'reallocation'
  const why =
    cases.length > 0
      ? cases.join('、')
      : isExempt
        ? '增加的是不需要本级配套的专项转移支付'
        : '不改变预算总支出、重点支出和债务'
  return {
    kind,
    needsStandingCommittee: kind === 'adjustment',
    explanation: explain(BUD_006, {
      sentence: `${why}，${kind === 'reported' ? '' : '属于'}${BUDGET_CHANGES[kind]}。`,
      inputs: [
        { label: '预算总支出', value: { up: '增加', down: '减少', same: '不变' }[change.totalExpenditure] },
        { label: '不需配套的专项转移支付', value: change.isEarmarkedWithoutMatch ? '是' : '否' },
        { label: '调入预算稳定调节基金', value: change.drawsStabilisationFund ? '是' : '否' },
        { label: '调减重点支出', value: change.cutsApprovedKeySpending ? '是' : '否' },
        { label: '增加举借债务', value: change.raisesDebt ? '是' : '否' },
      ],
      formula: '有第六十七条四种情形之一的为预算调整；第七十一条的除外；其余为调剂',
      result: BUDGET_CHANGES[kind],
    }),
  }
}
