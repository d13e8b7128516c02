import type { Decimal } from '../../shared/decimal.ts'
import type { Explained } from '../../shared/explanation.ts'
import { fraction, fromRatio, minus, toDecimal } from '../../shared/fraction.ts'
import { type Fen, formatWanYuan } from '../../shared/money.ts'
import { formatPoints, formatRatio, type Ratio, ratioOf } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { findPlannedShare } from './plan-curve.ts'

export const MON_001: RuleHeader = {
  id: 'MON-001',
  name: '预算执行进度',
  stage: 'monitoring',
  kind: 'compute',
  source: cite('cz-2019-136', '预算执行情况'),
}

/** What the sheet plans to spend in each quarter, first to fourth. */
export type QuarterPlan = readonly [Fen, Fen, Fen, Fen]

export type ExecutionFigures = {
  /** Executed ÷ adjusted budget; `undefined` (不适用) without a budget, never 0 or 100 %. */
  readonly rate: Ratio | undefined
  /** What should have been spent by now: by the plan curve, else months ÷ 12. */
  readonly plannedRate: Ratio
  readonly hasPlan: boolean
  /** rate − planned, as a fraction: -0.2233 is 22.33 points behind. */
  readonly deviation: Decimal | null
}
export type ExecutionProgress = Explained<ExecutionFigures>

export type ExecutionInput = {
  readonly adjusted_fen: Fen
  readonly paid_fen: Fen
  /** Months elapsed, 1 to 12. */
  readonly month: number
  readonly plan_fen?: QuarterPlan | undefined
}

/** MON-001 without its reason: asked for every round of a province. */
export function findExecutionProgress(input: ExecutionInput): ExecutionFigures {
  const rate = input.adjusted_fen > 0n ? ratioOf(input.paid_fen, input.adjusted_fen) : undefined
  const planned = input.plan_fen && planRate(input.plan_fen, input.month)
  const plannedRate = planned ?? { numerator: String(input.month), denominator: '12' }
  const deviation = rate ? toDecimal(minus(fromRatio(rate), fromRatio(plannedRate))) : null
  return { rate, plannedRate, hasPlan: planned !== undefined, deviation }
}

/** MON-001 预算执行进度: execution rate against time, or against the sheet's own quarterly plan. */
export function computeExecutionProgress(input: ExecutionInput): ExecutionProgress {
  const figures = findExecutionProgress(input)
  const { rate, plannedRate, hasPlan, deviation } = figures
  const against = hasPlan ? '用款计划进度' : '序时进度'
  return {
    ...figures,
    explanation: explain(MON_001, {
      sentence:
        deviation === null
          ? '没有预算数，执行率不适用。'
          : `执行率${formatRatio(rate)}，${against}${formatRatio(plannedRate)}，${gapWords(deviation)}。`,
      inputs: [
        { label: '调整后预算数', value: `${formatWanYuan(input.adjusted_fen)}万元` },
        { label: `1—${input.month}月执行数`, value: `${formatWanYuan(input.paid_fen)}万元` },
        { label: against, value: formatRatio(plannedRate) },
      ],
      formula: `执行数 ÷ 预算数 − ${hasPlan ? '累计计划 ÷ 全年计划' : '月数 ÷ 12'}`,
      result: deviation === null ? '不适用' : formatPoints(deviation),
    }),
  }
}

/** By the sheet's own plan, with both parts whole numbers: thirds of a quarter stay exact. */
function planRate([q1, q2, q3, q4]: QuarterPlan, month: number): Ratio | undefined {
  const share = findPlannedShare([fraction(q1), fraction(q2), fraction(q3), fraction(q4)], month)
  return share && { numerator: share.top.toString(), denominator: share.bottom.toString() }
}

/** 落后22.33个百分点 or 超前…: a sign alone is easily overlooked. */
export function gapWords(deviation: Decimal): string {
  if (deviation.isZero()) return '与进度一致'
  return `${deviation.isNegative() ? '落后' : '超前'}${formatPoints(deviation.abs())}`
}
