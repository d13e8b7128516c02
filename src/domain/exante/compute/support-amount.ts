import type { Explained } from '../../shared/explanation.ts'
import { type Fen, formatWanYuan, sumFen } from '../../shared/money.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const EXA_007: RuleHeader = {
  id: 'EXA-007',
  name: '建议支持金额',
  stage: 'exante',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '三（一）'),
}

/** EXA-007: requested − Σ cuts; `difference_fen` is what the stated amount is off by. */
export function computeSupportAmount(input: {
  readonly requested_fen: Fen
  readonly cuts_fen: readonly Fen[]
  readonly suggested_fen?: Fen
}): Explained<{ readonly cut_fen: Fen; readonly suggested_fen: Fen; readonly difference_fen: Fen }> {
  const cut_fen = sumFen(input.cuts_fen)
  const suggested_fen = input.requested_fen - cut_fen
  const difference_fen = (input.suggested_fen ?? suggested_fen) - suggested_fen
  const off = difference_fen < 0n ? -difference_fen : difference_fen
  const offWords = difference_fen === 0n ? '' : `，与填写的建议金额相差${formatWanYuan(off)}万元，请核对`
  return {
    cut_fen,
    suggested_fen,
    difference_fen,
    explanation: explain(EXA_007, {
      sentence: `申请${formatWanYuan(input.requested_fen)}万元，核减${formatWanYuan(cut_fen)}万元，建议支持${formatWanYuan(suggested_fen)}万元${offWords}。`,
      inputs: [
        { label: '申请金额', value: `${formatWanYuan(input.requested_fen)}万元` },
        ...input.cuts_fen.map((cut, index) => ({
          label: `核减第${index + 1}项`,
          value: `${formatWanYuan(cut)}万元`,
        })),
      ],
      formula: '申请金额 − 各项核减之和',
      result: `${formatWanYuan(suggested_fen)}万元`,
    }),
  }
}
