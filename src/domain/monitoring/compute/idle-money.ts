import type { Explained } from '../../shared/explanation.ts'
import { fraction, roundFraction } from '../../shared/fraction.ts'
import { type Fen, formatWanYuan } from '../../shared/money.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const MON_006: RuleHeader = {
  id: 'MON-006',
  name: '预计闲置资金',
  stage: 'monitoring',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '三（三）预算调剂意见'),
}

/** MON-006: adjusted budget − expected annual execution; at most this much may be proposed back. */
export function computeIdleMoney(input: {
  readonly adjusted_fen: Fen
  readonly paid_fen: Fen
  readonly expected_fen: Fen
  readonly month: number
}): Explained<{ readonly idle_fen: Fen; readonly linear_fen: Fen }> {
  const rest = input.adjusted_fen - input.expected_fen
  const idle_fen = rest > 0n ? rest : 0n
  const linear_fen = roundFraction(fraction(input.paid_fen * 12n, input.month))
  return {
    idle_fen,
    linear_fen,
    explanation: explain(MON_006, {
      sentence:
        idle_fen > 0n
          ? `预计年底剩余${formatWanYuan(idle_fen)}万元，最多可提出收回或调剂这一数额（直线推算全年支出${formatWanYuan(linear_fen)}万元）。`
          : '预计年底没有剩余资金。',
      inputs: [
        { label: '调整后预算数', value: `${formatWanYuan(input.adjusted_fen)}万元` },
        { label: '全年预计执行数', value: `${formatWanYuan(input.expected_fen)}万元`, from: '单位填报' },
      ],
      formula: '调整后预算数 − 全年预计执行数',
      result: `${formatWanYuan(idle_fen)}万元`,
      rounding: '直线推算四舍五入到分',
    }),
  }
}
