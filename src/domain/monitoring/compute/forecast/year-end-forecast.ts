import type { ParameterReader } from '../../../rules/parameter-values.ts'
import type { Explained } from '../../../shared/explanation.ts'
import { formatBp } from '../../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import { type Band, bandAt, chanceOf, type Standing } from './analogues.ts'
import { backtestSentence } from './backtest.ts'
import { hasMonth, isWhole, type YearCurve } from './year-curve.ts'

export const MON_020: RuleHeader = {
  id: 'MON-020',
  name: '年底预测',
  stage: 'monitoring',
  kind: 'compute',
  source: cite('jiheng-default', '按本项目往年和同类项目往年的进度推算'),
  standing: 'proposal',
  parameters: ['monitoring.forecast'],
}

/** The two lines of 双监控. */
export const LINES = { money: '预算执行', output: '产出进度' } as const
export type Line = keyof typeof LINES

/** Both lines end at the whole at most: a budget cannot be overspent, and output is counted up to its value. */
export const WHOLE_BP = 10_000

export type YearEndForecast = Explained<{
  /** `history`: past years with an interval. `straight`: too few of them. `none`: nothing to go by. */
  readonly basis: 'history' | 'straight' | 'none'
  /** Reached at the end of the year, in 万分之一. */
  readonly mid_bp: number | null
  readonly low_bp: number | null
  readonly high_bp: number | null
  /** How likely the line ends at the bound or above. */
  readonly chance_bp: number | null
  readonly bound_bp: number
  /** actual × 12 ÷ months, beside it for comparison. */
  readonly straight_bp: number | null
  readonly curves: { readonly own: number; readonly similar: number }
  /** The rest of the year, month by month. */
  readonly band: readonly Band[]
}>

/**
 * MON-020 年底预测: how the year may end, from where past years of this project and of similar projects
 * stood in this same month. With too few of them only the straight line, said to be no more than that.
 * @param input.month months elapsed, 1 to 11; with 12 the year is over and there is nothing to predict
 * @param input.share_bp reached so far; `null` while it is not reported
 */
export function computeYearEndForecast(
  input: {
    readonly line: Line
    readonly month: number
    readonly share_bp: number | null
    readonly curves: readonly YearCurve[]
  },
  rules: ParameterReader,
): YearEndForecast {
  const parameter = rules.value('monitoring.forecast')
  const { line, month, share_bp } = input
  const bound_bp = line === 'money' ? parameter.value.money_bp : parameter.value.output_bp
  const curves = input.curves.filter((curve) => isWhole(curve) && hasMonth(curve, month))
  const own = curves.filter(({ isOwn }) => isOwn).length
  const counted = { own, similar: curves.length - own }
  const isEnough = curves.length >= parameter.value.minimumCurves
  const straight_bp = share_bp === null ? null : Math.min(WHOLE_BP, Math.floor((share_bp * 12) / month))
  const reason = (sentence: string, result: string) =>
    explain(MON_020, {
      sentence: `${LINES[line]}：${sentence}`,
      inputs: [
        { label: `1—${month}月`, value: share_bp === null ? '未填' : formatBp(share_bp) },
        { label: '本项目往年曲线', value: `${counted.own}条` },
        { label: '同类项目往年曲线', value: `${counted.similar}条` },
        { label: '直线推算', value: straight_bp === null ? '不适用' : formatBp(straight_bp) },
      ],
      parameters: [parameter],
      formula: '往年同月到年底的增量和增幅，按往年同月与今年的接近程度加权，取中位数和区间',
      result,
      rounding: '比例四舍五入到万分之一，推算不足的舍去',
    })
  const nothing = {
    low_bp: null,
    high_bp: null,
    chance_bp: null,
    bound_bp,
    straight_bp,
    curves: counted,
    band: [],
  }
  if (share_bp === null || month >= 12) {
    const why = share_bp === null ? '还没有本期数据，不能预测。' : '本年已结束，以实际数为准。'
    return { basis: 'none', mid_bp: null, ...nothing, explanation: reason(why, '不适用') }
  }
  if (!isEnough) {
    const why = `数据不足（同月可比的往年曲线${curves.length}条，少于${parameter.value.minimumCurves}条），只按直线推算为${formatBp(straight_bp ?? 0)}，不给区间。`
    return { basis: 'straight', mid_bp: straight_bp, ...nothing, explanation: reason(why, '数据不足') }
  }
  const standing: Standing = { month, share_bp, ceiling_bp: WHOLE_BP, curves }
  const band = Array.from({ length: 12 - month }, (_, index) =>
    bandAt(standing, parameter.value, month + 1 + index),
  )
  const end = band[band.length - 1] as Band
  const chance_bp = chanceOf(standing, parameter.value, bound_bp)
  const words = `预计年底${formatBp(end.mid_bp)}，${formatBp(parameter.value.interval_bp)}把握在${formatBp(end.low_bp)}至${formatBp(end.high_bp)}之间，达到${formatBp(bound_bp)}的可能性${formatBp(chance_bp)}；直线推算${formatBp(straight_bp ?? 0)}。${backtestSentence(line)}`
  return {
    basis: 'history',
    ...nothing,
    mid_bp: end.mid_bp,
    low_bp: end.low_bp,
    high_bp: end.high_bp,
    chance_bp,
    band,
    explanation: reason(words, formatBp(end.mid_bp)),
  }
}
