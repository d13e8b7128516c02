import type { Explained } from '../../shared/explanation.ts'
import { type Fen, formatWanYuan } from '../../shared/money.ts'
import { formatRatio, type Ratio, ratioOf } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const EVA_007: RuleHeader = {
  id: 'EVA-007',
  name: '成本节约率',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('cz-2020-10', '附件2 产出/产出成本'),
}

/** EVA-007 成本节约率: (planned − actual cost) ÷ planned cost; negative when the plan was exceeded. */
export function computeCostSaving(cost: {
  readonly planned_fen: Fen
  readonly actual_fen: Fen
}): Explained<{ readonly rate: Ratio | undefined }> {
  const saved = cost.planned_fen - cost.actual_fen
  const rate = cost.planned_fen > 0n ? ratioOf(saved, cost.planned_fen) : undefined
  const word = saved < 0n ? '超支' : '节约'
  const amount = formatWanYuan(saved < 0n ? -saved : saved)
  return {
    rate,
    explanation: explain(EVA_007, {
      sentence: `比计划成本${word}${amount}万元，成本节约率${formatRatio(rate)}。`,
      inputs: [
        { label: '计划成本', value: `${formatWanYuan(cost.planned_fen)}万元` },
        { label: '实际成本', value: `${formatWanYuan(cost.actual_fen)}万元` },
      ],
      formula: '（计划成本 − 实际成本）÷ 计划成本',
      result: formatRatio(rate),
    }),
  }
}
