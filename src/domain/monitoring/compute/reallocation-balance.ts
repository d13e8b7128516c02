import type { Explained } from '../../shared/explanation.ts'
import { type Fen, formatWanYuan, sumFen } from '../../shared/money.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const MON_007: RuleHeader = {
  id: 'MON-007',
  name: '预算调剂平衡',
  stage: 'monitoring',
  kind: 'compute',
  source: cite('law-budget', '第七十二条'),
}

/** MON-007: in a batch of 调剂 what goes out must come in. */
export function computeReallocationBalance(batch: {
  readonly out_fen: readonly Fen[]
  readonly in_fen: readonly Fen[]
}): Explained<{ readonly isBalanced: boolean; readonly difference_fen: Fen }> {
  const [out, into] = [sumFen(batch.out_fen), sumFen(batch.in_fen)]
  const difference_fen = into - out
  const off = difference_fen < 0n ? -difference_fen : difference_fen
  const words = difference_fen === 0n ? '平衡' : `相差${formatWanYuan(off)}万元，请核对`
  return {
    isBalanced: difference_fen === 0n,
    difference_fen,
    explanation: explain(MON_007, {
      sentence: `调出${formatWanYuan(out)}万元，调入${formatWanYuan(into)}万元，${words}。`,
      inputs: [
        { label: '调出合计', value: `${formatWanYuan(out)}万元` },
        { label: '调入合计', value: `${formatWanYuan(into)}万元` },
      ],
      formula: '调出合计 = 调入合计',
      result: words,
    }),
  }
}
