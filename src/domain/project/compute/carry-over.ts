import type { ParameterReader } from '../../rules/parameter-values.ts'
import type { Explained } from '../../shared/explanation.ts'
import { type Fen, formatWanYuan, sumFen } from '../../shared/money.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const BUD_005: RuleHeader = {
  id: 'BUD-005',
  name: '超期结转资金',
  stage: 'project',
  kind: 'compute',
  source: cite('law-budget', '第四十二条'),
  parameters: ['budget.carryover_years'],
}

/** BUD-005: carried-over money unused for two consecutive years is surplus and goes back. */
export function computeStaleCarryOver(
  amounts: readonly { readonly fromYear: number; readonly unused_fen: Fen }[],
  year: number,
  rules: ParameterReader,
): Explained<{ readonly surplus_fen: Fen }> {
  const limit = rules.value('budget.carryover_years')
  const stale = amounts.filter((each) => year - each.fromYear >= limit.value.years)
  const surplus_fen = sumFen(stale.map((each) => each.unused_fen))
  return {
    surplus_fen,
    explanation: explain(BUD_005, {
      sentence:
        surplus_fen > 0n
          ? `连续${limit.value.years}年未用完的结转资金${formatWanYuan(surplus_fen)}万元，应作为结余收回。`
          : '没有超期的结转资金。',
      inputs: amounts.map((each) => ({
        label: `${each.fromYear}年结转`,
        value: `${formatWanYuan(each.unused_fen)}万元`,
      })),
      parameters: [limit],
      formula: `${year} − 资金年度 ≥ ${limit.value.years}`,
      result: `${formatWanYuan(surplus_fen)}万元`,
    }),
  }
}
