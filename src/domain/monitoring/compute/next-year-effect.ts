import type { Explained } from '../../shared/explanation.ts'
import { type Fen, formatWanYuan } from '../../shared/money.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const MON_023: RuleHeader = {
  id: 'MON-023',
  name: '对下一年度的影响',
  stage: 'monitoring',
  kind: 'compute',
  source: cite('law-budget', '第三十二条、第四十二条'),
  standing: 'proposal',
}

/** What the opinions do to the money of a project. */
const TAKING = ['reallocate', 'reduce', 'recover']
const ENDING = ['stop', 'terminate']

/**
 * MON-023: what is carried over at the end of the year before and after an opinion, and from which amount
 * next year's budget would start. It decides nothing: last year's execution is taken into account when the
 * next budget is made.
 * @param input.opinionType as in the form of a finding
 */
export function computeNextYearEffect(input: {
  readonly opinionType: string
  readonly adjusted_fen: Fen
  readonly expected_fen: Fen
  readonly amount_fen: Fen
}): Explained<{ readonly carryBefore_fen: Fen; readonly carryAfter_fen: Fen; readonly base_fen: Fen }> {
  const { opinionType, adjusted_fen, expected_fen } = input
  const taken = TAKING.includes(opinionType) ? input.amount_fen : 0n
  const rest = adjusted_fen - expected_fen
  const carryBefore_fen = rest > 0n ? rest : 0n
  const left = carryBefore_fen - taken
  const carryAfter_fen = left > 0n ? left : 0n
  const base = adjusted_fen - taken
  const base_fen = ENDING.includes(opinionType) || base < 0n ? 0n : base
  const lower = adjusted_fen - base_fen
  const wan = (fen: Fen) => `${formatWanYuan(fen)}万元`
  const next =
    base_fen === 0n
      ? '下一年度不再安排'
      : lower > 0n
        ? `下一年度以${wan(base_fen)}为起点，比本年少${wan(lower)}`
        : `下一年度起点不变，仍为${wan(base_fen)}`
  return {
    carryBefore_fen,
    carryAfter_fen,
    base_fen,
    explanation: explain(MON_023, {
      sentence: `预计年底结转由${wan(carryBefore_fen)}变为${wan(carryAfter_fen)}；${next}，供编制预算时参考。`,
      inputs: [
        { label: '调整后预算数', value: wan(adjusted_fen) },
        { label: '全年预计执行数', value: wan(expected_fen), from: '单位填报' },
        { label: '本意见涉及金额', value: wan(input.amount_fen) },
      ],
      formula: '结转 = 预算 − 预计执行 − 调剂、调减或收回；起点 = 预算 − 调剂、调减或收回，停止和终止为零',
      result: `结转${wan(carryAfter_fen)}，起点${wan(base_fen)}`,
    }),
  }
}
