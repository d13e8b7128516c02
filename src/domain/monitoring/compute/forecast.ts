import type { ParameterReader } from '../../rules/parameter-values.ts'
import { Decimal, findDecimal, formatDecimal } from '../../shared/decimal.ts'
import type { Explained } from '../../shared/explanation.ts'
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
  const [actual, expected, target] = [input.actual, input.expected, input.target].map(findDecimal)
  const linear = actual && input.month > 0 ? actual.times(12).div(input.month) : null
  const linearShare = linear && target?.gt(0) ? linear.div(target) : null
  const limit = linear?.times(new Decimal(10_000 + gap.value.gap_bp).div(10_000))
  const needsReason = expected !== undefined && limit !== undefined && expected.gt(limit)
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
