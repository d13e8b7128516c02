import type { Explained } from '../../shared/explanation.ts'
import { type Fen, formatWanYuan } from '../../shared/money.ts'
import { formatRatio, type Ratio, ratioOf } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const EVA_005: RuleHeader = {
  id: 'EVA-005',
  name: '资金到位率与预算执行率（评价口径）',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('cz-2020-10', '附件2 过程/资金管理'),
}

/**
 * EVA-005: received ÷ budget and spent ÷ received.
 * The execution rate of the framework divides by money received; the self-evaluation form divides by
 * the budget (EVA-002). The two must never be mixed.
 */
export function computeFundRates(funds: {
  readonly budget_fen: Fen
  readonly received_fen: Fen
  readonly spent_fen: Fen
}): Explained<{ readonly receivedRate: Ratio | undefined; readonly executionRate: Ratio | undefined }> {
  const receivedRate = funds.budget_fen > 0n ? ratioOf(funds.received_fen, funds.budget_fen) : undefined
  const executionRate = funds.received_fen > 0n ? ratioOf(funds.spent_fen, funds.received_fen) : undefined
  return {
    receivedRate,
    executionRate,
    explanation: explain(EVA_005, {
      sentence: `资金到位率${formatRatio(receivedRate)}，预算执行率${formatRatio(executionRate)}。评价时的执行率以实际到位资金为分母，与自评表不同。`,
      inputs: [
        { label: '预算资金', value: `${formatWanYuan(funds.budget_fen)}万元` },
        { label: '实际到位资金', value: `${formatWanYuan(funds.received_fen)}万元` },
        { label: '实际支出资金', value: `${formatWanYuan(funds.spent_fen)}万元` },
      ],
      formula: '到位率 = 实际到位资金 ÷ 预算资金；执行率 = 实际支出资金 ÷ 实际到位资金',
      result: `到位率${formatRatio(receivedRate)}，执行率${formatRatio(executionRate)}`,
      rounding: '显示两位小数，计分用未取整的比率',
    }),
  }
}
