import type { Explained } from '../../shared/explanation.ts'
import { type Fen, formatWanYuan } from '../../shared/money.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const BUD_004: RuleHeader = {
  id: 'BUD-004',
  name: '目标资金与控制数一致',
  stage: 'project',
  kind: 'compute',
  source: cite('law-budget', '第三十二条'),
}

/** BUD-004: at 二上 the target's money equals the control number; a positive difference is too much. */
export function computeControlNumber(amounts: {
  readonly control_fen: Fen
  readonly target_fen: Fen
}): Explained<{ readonly isEqual: boolean; readonly difference_fen: Fen }> {
  const difference_fen = amounts.target_fen - amounts.control_fen
  const off = difference_fen < 0n ? -difference_fen : difference_fen
  const word = difference_fen > 0n ? '高于' : '低于'
  return {
    isEqual: difference_fen === 0n,
    difference_fen,
    explanation: explain(BUD_004, {
      sentence:
        difference_fen === 0n
          ? `绩效目标资金与控制数一致，均为${formatWanYuan(amounts.control_fen)}万元。`
          : `绩效目标资金${word}控制数${formatWanYuan(off)}万元，请按控制数修改目标，并相应调整数量或说明不变的理由。`,
      inputs: [
        { label: '控制数', value: `${formatWanYuan(amounts.control_fen)}万元` },
        { label: '绩效目标年度资金', value: `${formatWanYuan(amounts.target_fen)}万元` },
      ],
      formula: '绩效目标年度资金 = 控制数',
      result: difference_fen === 0n ? '一致' : `${word}${formatWanYuan(off)}万元`,
    }),
  }
}
