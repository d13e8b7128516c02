import type { Explained } from '../../shared/explanation.ts'
import { type Fen, formatWanYuan, sumFen } from '../../shared/money.ts'
import { formatRatio, type Ratio, ratioOf } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const RES_003: RuleHeader = {
  id: 'RES-003',
  name: '整改完成率',
  stage: 'results',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '三（五）以评促改'),
}

/**
 * RES-003: verified ÷ all tasks. An exempted task lets the notice close but is not verified.
 * Money recovered is its own figure.
 */
export function computeRectificationRate(
  tasks: readonly { readonly state: 'open' | 'verified' | 'exempted'; readonly recovered_fen?: Fen }[],
): Explained<{
  readonly rate: Ratio | undefined
  readonly isClosable: boolean
  readonly recovered_fen: Fen
}> {
  const count = (state: string) => tasks.filter((task) => task.state === state).length
  const [verified, exempted, open] = [count('verified'), count('exempted'), count('open')]
  const rate = ratioOf(verified, tasks.length)
  const recovered_fen = sumFen(tasks.map((task) => task.recovered_fen ?? 0n))
  const exemptWords = exempted > 0 ? `，${exempted}项经批准免予整改` : ''
  return {
    rate,
    isClosable: open === 0,
    recovered_fen,
    explanation: explain(RES_003, {
      sentence: `${tasks.length}项整改任务中${verified}项已核实${exemptWords}，完成率${formatRatio(rate)}${open > 0 ? `，还有${open}项未完成` : ''}。`,
      inputs: [
        { label: '整改任务', value: String(tasks.length) },
        { label: '已核实', value: String(verified) },
        { label: '经批准免予整改', value: String(exempted) },
        { label: '收回资金', value: `${formatWanYuan(recovered_fen)}万元` },
      ],
      formula: '已核实 ÷ 全部任务（免予整改的不算已核实）',
      result: formatRatio(rate),
    }),
  }
}
