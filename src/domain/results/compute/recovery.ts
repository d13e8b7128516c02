import type { Explained } from '../../shared/explanation.ts'
import { type Fen, formatYuan, sumFen } from '../../shared/money.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const RES_020: RuleHeader = {
  id: 'RES-020',
  name: '资金收回情况',
  stage: 'results',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '三（五）以评促改'),
}

export type Recovering = {
  readonly claimed_fen: Fen
  /** As the unit reported it. */
  readonly recovered_fen: Fen
  /** As somebody else verified it. */
  readonly verified_fen: Fen
}

/**
 * RES-020: money to be recovered, to the fen. What remains counts from verified money only, and task by
 * task: what came back too much on one does not pay for another.
 */
export function computeRecovery(
  tasks: readonly Recovering[],
): Explained<Recovering & { readonly remaining_fen: Fen }> {
  const sum = (of: keyof Recovering) => sumFen(tasks.map((task) => task[of]))
  const [claimed_fen, recovered_fen, verified_fen] = [
    sum('claimed_fen'),
    sum('recovered_fen'),
    sum('verified_fen'),
  ]
  const remaining_fen = sumFen(
    tasks.map((task) => task.claimed_fen - task.verified_fen).map((rest) => (rest > 0n ? rest : 0n)),
  )
  const yuan = (fen: Fen) => `${formatYuan(fen)}元`
  return {
    claimed_fen,
    recovered_fen,
    verified_fen,
    remaining_fen,
    explanation: explain(RES_020, {
      sentence: `应收回${yuan(claimed_fen)}，已报收回${yuan(recovered_fen)}，已核实${yuan(verified_fen)}，尚余${yuan(remaining_fen)}。`,
      inputs: [
        { label: '应收回', value: yuan(claimed_fen) },
        { label: '单位报告收回', value: yuan(recovered_fen) },
        { label: '核实收回', value: yuan(verified_fen) },
      ],
      formula: '尚余 = 各问题（应收回 − 核实收回）之和，多收回的不抵其他问题',
      result: `尚余${yuan(remaining_fen)}`,
    }),
  }
}
