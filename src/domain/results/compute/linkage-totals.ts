import type { Explained } from '../../shared/explanation.ts'
import { type Fen, formatWanYuan, sumFen } from '../../shared/money.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { LINKAGE_MEASURES, type LinkageMeasure } from './linkage.ts'

export const RES_005: RuleHeader = {
  id: 'RES-005',
  name: '结果应用金额汇总',
  stage: 'results',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '三（五）奖优罚劣'),
}

export type LinkageDecision = {
  readonly name: string
  readonly measure: LinkageMeasure
  readonly current_fen: Fen
  readonly next_fen: Fen
  /** Part of the change that the evaluation caused; negative is a cut. */
  readonly performanceChange_fen: Fen
}

/** RES-005: Δ = next − current of each project; performance-caused cuts, net change, sums by measure. */
export function computeLinkageTotals(decisions: readonly LinkageDecision[]): Explained<{
  readonly changes_fen: readonly Fen[]
  readonly net_fen: Fen
  /** Sum of the performance-caused reductions, as a positive amount. */
  readonly performanceCut_fen: Fen
  readonly byMeasure: readonly {
    readonly measure: LinkageMeasure
    readonly count: number
    readonly change_fen: Fen
  }[]
}> {
  const changes_fen = decisions.map((each) => each.next_fen - each.current_fen)
  const net_fen = sumFen(changes_fen)
  const cuts = decisions.map((each) => each.performanceChange_fen).filter((change) => change < 0n)
  const performanceCut_fen = -sumFen(cuts)
  const measures = (Object.keys(LINKAGE_MEASURES) as LinkageMeasure[]).filter((measure) =>
    decisions.some((each) => each.measure === measure),
  )
  const byMeasure = measures.map((measure) => {
    const own = decisions.filter((each) => each.measure === measure)
    return {
      measure,
      count: own.length,
      change_fen: sumFen(own.map((each) => each.next_fen - each.current_fen)),
    }
  })
  return {
    changes_fen,
    net_fen,
    performanceCut_fen,
    byMeasure,
    explanation: explain(RES_005, {
      sentence: `${decisions.length}个项目因绩效结果核减${formatWanYuan(performanceCut_fen)}万元，合计净变动${signed(net_fen)}万元。`,
      inputs: decisions.map((each, index) => ({
        label: each.name,
        value: `${formatWanYuan(each.current_fen)}→${formatWanYuan(each.next_fen)}万元（${signed(changes_fen[index] ?? 0n)}）`,
      })),
      formula: '变动 = 下年安排 − 本年预算；核减为因绩效结果减少部分之和',
      result: `核减${formatWanYuan(performanceCut_fen)}万元，净变动${signed(net_fen)}万元`,
    }),
  }
}

function signed(amount: Fen): string {
  return `${amount > 0n ? '+' : ''}${formatWanYuan(amount)}`
}
