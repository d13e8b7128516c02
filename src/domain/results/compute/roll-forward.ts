import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { GRADES, type Grade } from '../../shared/grade.ts'
import { type Fen, formatWanYuan } from '../../shared/money.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { computeLinkageProposal, type ItemType, type LinkageProposal } from './linkage.ts'

export const RES_009: RuleHeader = {
  id: 'RES-009',
  name: '延续项目下年安排提示',
  stage: 'results',
  kind: 'compute',
  source: cite('law-budget', '第三十二条'),
  parameters: ['results.linkage_table'],
}

/**
 * RES-009: what the next budget cycle should know of a continuing item: its grade, what is not yet put
 * right, its red lights and what it carries over; and what the linkage table proposes (RES-004).
 */
export function computeRollForward(
  input: {
    readonly grade: Grade | null
    readonly itemType: ItemType
    readonly base_fen: Fen
    readonly openProblems: number
    readonly overdueProblems: number
    readonly redLights: number
    readonly carryOver_fen: Fen
  },
  rules: ParameterReader,
): Explained<{
  readonly proposal: LinkageProposal | null
  /** Overdue rectification closes the gate whatever the grade (RES-201). */
  readonly isBlocked: boolean
  readonly reminders: readonly string[]
}> {
  const { grade, itemType, base_fen } = input
  const proposal = grade === null ? null : computeLinkageProposal({ grade, itemType, base_fen }, rules)
  const isBlocked = input.overdueProblems > 0
  const reminders = [
    grade === null ? '还没有评价等级' : `上次评价等级为${GRADES[grade]}`,
    ...(input.openProblems > 0 ? [`${input.openProblems}个问题未整改到位`] : []),
    ...(isBlocked ? [`其中${input.overdueProblems}个已逾期，不得安排预算`] : []),
    ...(input.redLights > 0 ? [`监控亮红灯${input.redLights}次`] : []),
    ...(input.carryOver_fen > 0n ? [`结转资金${formatWanYuan(input.carryOver_fen)}万元`] : []),
  ]
  return {
    proposal,
    isBlocked,
    reminders,
    explanation: explain(RES_009, {
      sentence: `${reminders.join('，')}${proposal && !isBlocked ? `；${proposal.explanation.result}` : ''}。`,
      inputs: [
        { label: '评价等级', value: grade === null ? '未评价' : GRADES[grade] },
        { label: '未整改问题', value: String(input.openProblems) },
        { label: '逾期未整改', value: String(input.overdueProblems) },
        { label: '红灯', value: String(input.redLights) },
        { label: '结转资金', value: `${formatWanYuan(input.carryOver_fen)}万元` },
      ],
      formula: '逾期未整改的不得安排；其余按挂钩办法',
      result: isBlocked ? '不得安排' : (proposal?.explanation.result ?? '待评价'),
      children: proposal ? [proposal.explanation] : [],
    }),
  }
}
