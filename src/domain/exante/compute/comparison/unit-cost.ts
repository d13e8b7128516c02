import type { ParameterReader } from '../../../rules/parameter-values.ts'
import { formatDecimal } from '../../../shared/decimal.ts'
import type { Explained } from '../../../shared/explanation.ts'
import {
  compareFractions,
  type Fraction,
  findFraction,
  fraction,
  over,
  toDecimal,
} from '../../../shared/fraction.ts'
import { type Fen, formatWanYuan } from '../../../shared/money.ts'
import { quote } from '../../../shared/quote.ts'
import { explain, type RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import { isCountUnit } from './count-unit.ts'
import { type Quartiles, quartilesOf } from './quartiles.ts'
import { unitCostText } from './unit-cost-text.ts'

export const EXA_055: RuleHeader = {
  id: 'EXA-055',
  name: '与同类项目比较单位成本',
  stage: 'exante',
  kind: 'compute',
  source: cite('jiheng-default', '单位成本与同类项目比较'),
  parameters: ['exante.comparison_minimum'],
}

/** Money of the year in fen and the target value of one indicator. */
export type PlannedOutput = { readonly money_fen: Fen; readonly value: string }

export type UnitCostInput = PlannedOutput & {
  readonly name: string
  readonly unit: string
  /** Other projects with an indicator of the same name and unit. */
  readonly others: readonly PlannedOutput[]
}

export type Position = 'belowQ1' | 'belowMedian' | 'atMedian' | 'aboveMedian' | 'aboveQ3'

export type UnitCostComparison = Explained<{
  readonly state: 'compared' | 'few' | 'noCount' | 'noNumber'
  /** Fen per unit; null where it cannot be formed. */
  readonly own: Fraction | null
  /** How many others were compared; null where there are too few to say. */
  readonly count: number | null
  readonly quartiles: Quartiles | null
  readonly position: Position | null
}>

export const POSITIONS: Readonly<Record<Position, string>> = {
  belowQ1: '低于下四分位数，比四分之三以上的同类项目低',
  belowMedian: '在下四分位数和中位数之间',
  atMedian: '与中位数相同',
  aboveMedian: '在中位数和上四分位数之间',
  aboveQ3: '高于上四分位数，比四分之三以上的同类项目高，请说明理由',
}

/**
 * EXA-055: what one unit of an output costs, the whole project's money of the year divided by the target
 * value, beside the same figure of other projects. Groups below the minimum are not shown.
 */
export function computeUnitCostComparison(input: UnitCostInput, rules: ParameterReader): UnitCostComparison {
  const minimum = rules.value('exante.comparison_minimum')
  const { name, unit, money_fen, value } = input
  const own = isCountUnit(unit) ? unitCostOf(input) : undefined
  const others = input.others.flatMap((other) => unitCostOf(other) ?? [])
  const quartiles = own && others.length >= minimum.value.count ? quartilesOf(others) : null
  const position = own && quartiles ? positionOf(own, quartiles) : null
  const state = !isCountUnit(unit) ? 'noCount' : !own ? 'noNumber' : quartiles ? 'compared' : 'few'
  const result = own ? unitCostText(own, unit) : '不适用'
  const sentences = {
    noCount: `${quote(name)}的计量单位“${unit || '未填'}”不是数量单位，不计算单位成本。`,
    noNumber: `${quote(name)}没有大于0的目标值或年度资金，不能计算单位成本，请补填。`,
    few: `${quote(name)}按整个项目的年度资金折算为${result}；同名同单位的其他项目不足${minimum.value.count}个，不作比较。`,
    compared: `${quote(name)}按整个项目的年度资金折算为${result}；${comparedWords(input, others.length, quartiles, own, position)}。`,
  }
  return {
    state,
    own: own ?? null,
    count: quartiles ? others.length : null,
    quartiles,
    position,
    explanation: explain(EXA_055, {
      sentence: sentences[state],
      inputs: [
        { label: '年度资金', value: `${formatWanYuan(money_fen)}万元` },
        { label: '目标值', value: `${value || '未填'}${unit}` },
        ...(quartiles ? quartileInputs(quartiles, unit) : []),
      ],
      parameters: [minimum],
      formula:
        '年度资金 ÷ 目标值；四分位数取从小到大排列后第（n－1）×p位（从0数起），不在整位上的按比例取相邻两数之间的值',
      result,
      rounding: '精确计算，只在显示时保留两位小数',
    }),
  }
}

function unitCostOf({ money_fen, value }: PlannedOutput): Fraction | undefined {
  const number = findFraction(value)
  return number && number.top > 0n && money_fen > 0n ? over(fraction(money_fen), number) : undefined
}

function positionOf(own: Fraction, { q1, median, q3 }: Quartiles): Position {
  const beside = compareFractions(own, median)
  if (beside === 0) return 'atMedian'
  if (beside < 0) return compareFractions(own, q1) < 0 ? 'belowQ1' : 'belowMedian'
  return compareFractions(own, q3) > 0 ? 'aboveQ3' : 'aboveMedian'
}

function comparedWords(
  { unit }: UnitCostInput,
  count: number,
  quartiles: Quartiles | null,
  own: Fraction | undefined,
  position: Position | null,
): string {
  if (!quartiles || !own || !position) return ''
  const times = formatDecimal(toDecimal(over(own, quartiles.median)))
  const median = unitCostText(quartiles.median, unit)
  return `同名同单位的其他项目${count}个，中位数${median}，本项目是中位数的${times}倍，${POSITIONS[position]}`
}

function quartileInputs({ q1, median, q3 }: Quartiles, unit: string) {
  return [
    { label: '下四分位数', value: unitCostText(q1, unit) },
    { label: '中位数', value: unitCostText(median, unit) },
    { label: '上四分位数', value: unitCostText(q3, unit) },
  ]
}
