import { daysBetween, formatDate, isDate } from '../../shared/dates.ts'
import { Decimal, formatDecimal } from '../../shared/decimal.ts'
import type { Explained } from '../../shared/explanation.ts'
import {
  compareFractions,
  findFraction,
  type Fraction,
  fraction,
  isPositive,
  minus,
  ONE,
  over,
  toDecimal,
  ZERO,
} from '../../shared/fraction.ts'
import { formatPercent } from '../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { gapWords } from './execution-progress.ts'

export const MON_002: RuleHeader = {
  id: 'MON-002',
  name: '指标完成进度',
  stage: 'monitoring',
  kind: 'compute',
  source: cite('cz-2019-136', '绩效目标完成情况'),
}

/** The frozen indicator. */
export type MonitoredIndicator = {
  readonly name: string
  readonly kind: 'quant' | 'qual' | 'date' | 'yesno'
  readonly operator?: 'ge' | 'le' | 'eq' | 'gt' | 'lt' | 'range' | null
  readonly value?: string | null
  readonly dateValue?: string | null
  readonly unit?: string | null
  readonly accumulation?: 'cumulative' | 'point' | null
}

export type Observed = {
  readonly actual?: string | null
  /** The day it was finished, for milestones. */
  readonly actualDate?: string | null
  /** The day it is expected to be finished, for milestones not yet reached. */
  readonly expectedDate?: string | null
}

export type IndicatorProgress = Explained<{
  /** Share of the annual value reached; `null` where it cannot be told. */
  readonly progress: Decimal | null
  /** Share that should be reached by now: 1 where time does not scale it. */
  readonly planned: Decimal
  readonly deviation: Decimal | null
  /** Whether the passing of the year is part of the comparison (cumulative figures). */
  readonly isTimeScaled: boolean
  readonly daysLate: number | null
}>

/**
 * MON-002 指标完成进度, by the kind of indicator. Cumulative: actual ÷ annual against time. Point in
 * time (rates, satisfaction): the latest value, no time scaling. Lower is better: met is full, else
 * target ÷ actual. Milestone: days late. Words alone have no progress; the likelihood decides.
 * @param month months elapsed
 * @param plannedShare the sheet's own plan for this month, where there is one
 */
export function computeIndicatorProgress(
  indicator: MonitoredIndicator,
  observed: Observed,
  month: number,
  plannedShare?: Fraction,
): IndicatorProgress {
  if (indicator.kind === 'date') return milestone(indicator, observed)
  const target = findFraction(indicator.value)
  const actual = findFraction(observed.actual)
  if (indicator.kind !== 'quant' || target === undefined || actual === undefined) {
    const why = indicator.kind === 'quant' ? '没有可比的数值' : '没有数量，按完成可能性判断'
    return unknown(indicator.name, why)
  }
  const isTimeScaled = addsUp(indicator)
  const progress = shareReached(indicator, target, actual)
  if (progress === null) return unknown(indicator.name, '指标值为零或实际为负，不按比例比较')
  const planned = isTimeScaled ? (plannedShare ?? fraction(month, 12)) : ONE
  const gap = minus(progress, planned)
  const deviation = toDecimal(isTimeScaled || gap.top < 0n ? gap : ZERO)
  const unit = indicator.unit ?? ''
  const against = isTimeScaled
    ? `${plannedShare ? '计划' : '序时'}进度${formatPercent(toDecimal(planned))}，${gapWords(deviation)}`
    : deviation.isZero()
      ? '已达到年度指标值'
      : `距年度指标值${gapWords(deviation)}`
  return {
    progress: toDecimal(progress),
    planned: toDecimal(planned),
    deviation,
    isTimeScaled,
    daysLate: null,
    explanation: explain(MON_002, {
      sentence: `“${indicator.name}”完成${formatPercent(toDecimal(progress))}，${against}。`,
      inputs: [
        { label: '年度指标值', value: `${formatDecimal(toDecimal(target), 6)}${unit}` },
        { label: '实际完成', value: `${formatDecimal(toDecimal(actual), 6)}${unit}` },
      ],
      formula: formulaOf(indicator, isTimeScaled),
      result: formatPercent(toDecimal(progress)),
    }),
  }
}

/** Whether it is a number that grows over the year towards its value. */
export function addsUp(indicator: MonitoredIndicator): boolean {
  return indicator.kind === 'quant' && isCumulative(indicator) && !isLower(indicator)
}

/** Where the sheet does not say: rates are read at a point in time, amounts add up over the year. */
function isCumulative({ accumulation, unit }: MonitoredIndicator): boolean {
  return accumulation ? accumulation === 'cumulative' : !/[%‰]/.test(unit ?? '')
}

function isLower({ operator }: MonitoredIndicator): boolean {
  return operator === 'le' || operator === 'lt'
}

function shareReached(indicator: MonitoredIndicator, target: Fraction, actual: Fraction): Fraction | null {
  const order = compareFractions(actual, target)
  if (isLower(indicator)) {
    if (order <= 0) return ONE
    return isPositive(target) ? over(target, actual) : ZERO
  }
  if (!isPositive(target) || actual.top < 0n) return order >= 0 ? ONE : null
  return over(actual, target)
}

function formulaOf(indicator: MonitoredIndicator, isTimeScaled: boolean): string {
  if (isLower(indicator)) return '未超过指标值为100%，超过时为指标值 ÷ 实际值'
  return isTimeScaled ? '累计完成 ÷ 年度指标值 − 应完成进度' : '最近一次数值 ÷ 年度指标值，不按时间折算'
}

/** Late by the day it was done, or is now expected; the due day itself is in time. */
function milestone(indicator: MonitoredIndicator, observed: Observed): IndicatorProgress {
  const due = indicator.dateValue ?? ''
  const isDone = isDate(observed.actualDate ?? '')
  const day = isDone ? observed.actualDate : observed.expectedDate
  if (!isDate(due) || !day || !isDate(day)) return unknown(indicator.name, '没有完成日期或预计完成日期')
  const daysLate = Math.max(0, daysBetween(due, day))
  const word = isDone ? '实际' : '预计'
  return {
    progress: isDone ? new Decimal(1) : null,
    planned: new Decimal(1),
    deviation: null,
    isTimeScaled: false,
    daysLate,
    explanation: explain(MON_002, {
      sentence: `“${indicator.name}”应于${formatDate(due)}完成，${word}${formatDate(day)}，${daysLate > 0 ? `晚${daysLate}天` : '按期'}。`,
      inputs: [
        { label: '完成期限', value: due },
        { label: `${word}完成日期`, value: day },
      ],
      formula: `${word}完成日期 − 完成期限`,
      result: daysLate > 0 ? `晚${daysLate}天` : '按期',
    }),
  }
}

function unknown(name: string, why: string): IndicatorProgress {
  return {
    progress: null,
    planned: new Decimal(1),
    deviation: null,
    isTimeScaled: false,
    daysLate: null,
    explanation: explain(MON_002, {
      sentence: `“${name}”${why}。`,
      formula: '不计算进度',
      result: '不适用',
    }),
  }
}
