import { isCountUnit, type Quartiles, quartilesOf, unitCostText } from '../../exante/index.ts'
import type { ParameterReader } from '../../rules/parameter-values.ts'
import { formatDecimal } from '../../shared/decimal.ts'
import type { Explained } from '../../shared/explanation.ts'
import { type Fraction, findFraction, fraction, over, toDecimal } from '../../shared/fraction.ts'
import { type Fen, formatWanYuan } from '../../shared/money.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const EVA_097: RuleHeader = {
  id: 'EVA-097',
  name: '与其他市县区比较实际单位成本',
  stage: 'evaluation',
  kind: 'compute',
  source: cite('jiheng-default', '单位成本的地区比较'),
  parameters: ['evaluation.county_comparison'],
}

/** What one place spent and reached in one output; a place counts once. */
export type PlaceOutput = { readonly spent_fen: Fen; readonly reached: string }

/**
 * EVA-097: money spent on the whole project divided by what was reached, beside the same figure of other
 * places. Fewer places than the minimum are not shown, so that no single one can be read off.
 */
export function computeCountyCost(
  input: PlaceOutput & {
    readonly name: string
    readonly unit: string
    readonly others: readonly PlaceOutput[]
  },
  rules: ParameterReader,
): Explained<{
  readonly own: Fraction | null
  /** Number of other places; null where there are too few to say. */
  readonly count: number | null
  readonly quartiles: Quartiles | null
}> {
  const minimum = rules.value('evaluation.county_comparison')
  const { name, unit, spent_fen, reached } = input
  const isCounted = isCountUnit(unit)
  const own = isCounted ? costOf(input) : undefined
  const others = isCounted ? input.others.flatMap((other) => costOf(other) ?? []) : []
  const quartiles = others.length >= minimum.value.places ? quartilesOf(others) : null
  const result = own ? unitCostText(own, unit) : '不适用'
  return {
    own: own ?? null,
    count: quartiles ? others.length : null,
    quartiles,
    explanation: explain(EVA_097, {
      sentence: own
        ? `“${name}”按实际支出折算为${result}；${comparedWords(own, others.length, quartiles, unit, minimum.value.places)}。`
        : `“${name}”没有大于0的实际完成数或实际支出，或计量单位不是数量单位，不计算单位成本。`,
      inputs: [
        { label: '实际支出', value: `${formatWanYuan(spent_fen)}万元` },
        { label: '实际完成数', value: `${reached || '未填'}${unit}` },
        ...(quartiles
          ? [
              { label: '下四分位数', value: unitCostText(quartiles.q1, unit) },
              { label: '中位数', value: unitCostText(quartiles.median, unit) },
              { label: '上四分位数', value: unitCostText(quartiles.q3, unit) },
            ]
          : []),
      ],
      parameters: [minimum],
      formula: '实际支出 ÷ 实际完成数；每个地区计一次，同一地区几个项目的合并计算',
      result,
      rounding: '精确计算，只在显示时保留两位小数',
    }),
  }
}

function costOf({ spent_fen, reached }: PlaceOutput): Fraction | undefined {
  const number = findFraction(reached)
  return number && number.top > 0n && spent_fen > 0n ? over(fraction(spent_fen), number) : undefined
}

function comparedWords(
  own: Fraction,
  count: number,
  quartiles: Quartiles | null,
  unit: string,
  least: number,
): string {
  if (!quartiles) return `有同名同单位指标的其他地区不足${least}个，不作比较`
  const times = formatDecimal(toDecimal(over(own, quartiles.median)))
  return `其他地区${count}个，中位数${unitCostText(quartiles.median, unit)}，本项目是中位数的${times}倍`
}
