import { Decimal, findDecimal, formatDecimal } from '../../shared/decimal.ts'
import type { Explained } from '../../shared/explanation.ts'
import { type Fen, formatWanYuan } from '../../shared/money.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const EVA_011: RuleHeader = {
  id: 'EVA-011',
  name: '多地指标汇总',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('cz-2020-10', '附件1填表说明（汇总口径）'),
  standing: 'seen',
}

/**
 * EVA-011: figures of several places into one. Absolute figures add up; rates are averaged weighted by
 * money, because a small place must not count as much as a large one. The score comes afterwards.
 */
export function computePlaceAggregate(
  kind: 'absolute' | 'relative',
  places: readonly { readonly name: string; readonly value: string; readonly money_fen: Fen }[],
): Explained<{ readonly value: string | null }> {
  const figures = places.map((place) => ({ ...place, figure: findDecimal(place.value) }))
  const known = figures.flatMap(({ figure, money_fen }) => (figure ? [{ figure, money_fen }] : []))
  const money = known.reduce((sum, place) => sum.plus(place.money_fen.toString()), new Decimal(0))
  const isComplete =
    known.length === places.length && places.length > 0 && (kind === 'absolute' || money.gt(0))
  const sum = known.reduce(
    (total, { figure, money_fen }) =>
      total.plus(kind === 'absolute' ? figure : figure.times(money_fen.toString())),
    new Decimal(0),
  )
  const total = isComplete ? (kind === 'absolute' ? sum : sum.div(money)) : null
  const value = total === null ? null : total.toDecimalPlaces(6).toFixed()
  return {
    value,
    explanation: explain(EVA_011, {
      sentence:
        total === null
          ? '有地区未填数值或资金，暂不能汇总。'
          : `${places.length}个地区${kind === 'absolute' ? '相加' : '按资金加权平均'}为${formatDecimal(total)}。`,
      inputs: places.map(({ name, value: figure, money_fen }) => ({
        label: name,
        value: kind === 'absolute' ? figure : `${figure}（资金${formatWanYuan(money_fen)}万元）`,
      })),
      formula: kind === 'absolute' ? '各地数值之和' : 'Σ（各地比率 × 资金）÷ Σ资金',
      result: total === null ? '待填' : formatDecimal(total),
      rounding: '汇总值保留六位小数，再按汇总值计分',
    }),
  }
}
