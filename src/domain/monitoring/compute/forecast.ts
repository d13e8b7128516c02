import type { ParameterReader } from '../../rules/parameter-values.ts'
import { type Decimal, findDecimal, formatDecimal } from '../../shared/decimal.ts'
import type { Explained } from '../../shared/explanation.ts'
import {
  compareFractions,
  findFraction,
  fraction,
  fromBp,
  isPositive,
  ONE,
  over,
  plus,
  times,
  toDecimal,
} from '../../shared/fraction.ts'
import { formatBp, formatPercent } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const MON_003: RuleHeader = {
  id: 'MON-003',
  name: '全年直线推算',
  stage: 'monitoring',
  kind: 'compute',
  source: cite('jiheng-default'),
  parameters: ['monitoring.forecast_gap'],
}

/**
 * MON-003: actual × 12 ÷ months, beside what the unit expects. Only for cumulative figures. When the
 * expectation lies far above the straight line, a reason is asked for; the line is no verdict.
 */
export function computeForecast(
  input: {
    readonly actual?: string | null
    readonly month: number
    readonly expected?: string | null
    readonly target?: string | null
  },
  rules: ParameterReader,
): Explained<{
  readonly linear: Decimal | null
  /** The straight line as a share of the target. */
  readonly linearShare: Decimal | null
  readonly needsReason: boolean
}> {
  const gap = rules.value('monitoring.forecast_gap')
  const [actual, expected] = [input.actual, input.expected].map(findDecimal)
  const [done, hoped, goal] = [input.actual, input.expected, input.target].map(findFraction)
  const line = done && input.month > 0 ? times(done, fraction(12, input.month)) : undefined
  const linear = line ? toDecimal(line) : null
  const linearShare = line && goal && isPositive(goal) ? toDecimal(over(line, goal)) : null
  const limit = line && times(line, plus(ONE, fromBp(gap.value.gap_bp)))
  const needsReason = hoped !== undefined && limit !== undefined && compareFractions(hoped, limit) > 0
  const shareWords = linearShare ? `，为指标值的${formatPercent(linearShare)}` : ''
  const ask = needsReason && expected ? `；预计${formatDecimal(expected)}高出较多，请说明理由` : ''
  return {
    linear,
    linearShare,
    needsReason,
    explanation: explain(MON_003, {
      sentence: linear
        ? `按现有进度直线推算全年为${formatDecimal(linear)}${shareWords}${ask}。`
        : '没有完成数，不能推算。',
      inputs: [
        { label: `1—${input.month}月完成`, value: actual ? formatDecimal(actual, 6) : '未填' },
        { label: '单位预计全年', value: expected ? formatDecimal(expected, 6) : '未填' },
      ],
      parameters: [gap],
      formula: `完成数 × 12 ÷ 月数；预计超过推算${formatBp(gap.value.gap_bp)}须说明`,
      result: linear ? formatDecimal(linear) : '不适用',
    }),
  }
}
