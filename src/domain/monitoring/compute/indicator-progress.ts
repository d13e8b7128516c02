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

export type ProgressFigures = {
  /** Share of the annual value reached; `null` where it cannot be told. */
  readonly progress: Decimal | null
  /** Share that should be reached by now: 1 where time does not scale it. */
  readonly planned: Decimal
  readonly deviation: Decimal | null
  /** Whether the passing of the year is part of the comparison (cumulative figures). */
  readonly isTimeScaled: boolean
  readonly daysLate: number | null
}
export type IndicatorProgress = Explained<ProgressFigures>

type Reason = Parameters<typeof explain>[1]

const UNKNOWN: ProgressFigures = {
  progress: null,
  planned: new Decimal(1),
  deviation: null,
  isTimeScaled: false,
  daysLate: null,
}

/**
 * MON-002 without its reason. Cumulative: actual ÷ annual against time. Point in time (rates, satisfaction):
 * the latest value, no time scaling. Lower is better: met is full, else target ÷ actual. Milestone: days
 * late. Words alone have no progress; the likelihood decides.
 * @param month months elapsed
 * @param plannedShare the sheet's own plan for this month, where there is one
 */
export function findIndicatorProgress(
  indicator: MonitoredIndicator,
  observed: Observed,
  month: number,
  plannedShare?: Fraction,
): ProgressFigures {
  if (indicator.kind === 'date') return findLateness(indicator, observed)
  const [target, actual] = comparedValues(indicator, observed)
  const share = target && actual && shareReached(indicator, target, actual)
  if (!share) return UNKNOWN
  const isTimeScaled = addsUp(indicator)
  const planned = isTimeScaled ? (plannedShare ?? fraction(month, 12)) : ONE
  const gap = minus(share, planned)
  return {
    progress: toDecimal(share),
    planned: toDecimal(planned),
    deviation: toDecimal(isTimeScaled || gap.top < 0n ? gap : ZERO),
    isTimeScaled,
    daysLate: null,
  }
}

/** MON-002 指标完成进度, by the kind of indicator, with its reason. */
export function computeIndicatorProgress(
  indicator: MonitoredIndicator,
  observed: Observed,
  month: number,
  plannedShare?: Fraction,
): IndicatorProgress {
  const figures = findIndicatorProgress(indicator, observed, month, plannedShare)
  const reason =
    figures.daysLate !== null
      ? latenessWords(indicator, observed, figures.daysLate)
      : figures.progress === null || figures.deviation === null
        ? unknownWords(indicator, observed)
        : shareWords(indicator, observed, figures, plannedShare !== undefined)
  return { ...figures, explanation: explain(MON_002, reason) }
}

/** Annual value and actual one, as far as both are numbers. */
function comparedValues(indicator: MonitoredIndicator, observed: Observed) {
  if (indicator.kind !== 'quant') return []
  return [findFraction(indicator.value), findFraction(observed.actual)] as const
}

function shareWords(
  indicator: MonitoredIndicator,
  observed: Observed,
  { progress, planned, deviation, isTimeScaled }: ProgressFigures,
  hasPlan: boolean,
): Reason {
  const gap = deviation ?? new Decimal(0)
  const against = isTimeScaled
    ? `${hasPlan ? '计划' : '序时'}进度${formatPercent(planned)}，${gapWords(gap)}`
    : gap.isZero()
      ? '已达到年度指标值'
      : `距年度指标值${gapWords(gap)}`
  const reached = formatPercent(progress ?? new Decimal(0))
  const [target = ZERO, actual = ZERO] = comparedValues(indicator, observed)
  const shown = (value: Fraction) => `${formatDecimal(toDecimal(value), 6)}${indicator.unit ?? ''}`
  return {
    sentence: `“${indicator.name}”完成${reached}，${against}。`,
    inputs: [
      { label: '年度指标值', value: shown(target) },
      { label: '实际完成', value: shown(actual) },
    ],
    formula: formulaOf(indicator, isTimeScaled),
    result: reached,
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

type Lateness = { readonly due: string; readonly day: string; readonly isDone: boolean }

/** The day it was due, and the day it was done or is now expected. */
function lateness(indicator: MonitoredIndicator, observed: Observed): Lateness | undefined {
  const due = indicator.dateValue ?? ''
  const isDone = isDate(observed.actualDate ?? '')
  const day = isDone ? observed.actualDate : observed.expectedDate
  return isDate(due) && day && isDate(day) ? { due, day, isDone } : undefined
}

/** Late by the day it was done, or is now expected; the due day itself is in time. */
function findLateness(indicator: MonitoredIndicator, observed: Observed): ProgressFigures {
  const found = lateness(indicator, observed)
  if (!found) return UNKNOWN
  return {
    ...UNKNOWN,
    progress: found.isDone ? UNKNOWN.planned : null,
    daysLate: Math.max(0, daysBetween(found.due, found.day)),
  }
}

function latenessWords(indicator: MonitoredIndicator, observed: Observed, daysLate: number): Reason {
  const { due, day, isDone } = lateness(indicator, observed) ?? { due: '', day: '', isDone: false }
  const word = isDone ? '实际' : '预计'
  const result = daysLate > 0 ? `晚${daysLate}天` : '按期'
  return {
    sentence: `“${indicator.name}”应于${formatDate(due)}完成，${word}${formatDate(day)}，${result}。`,
    inputs: [
      { label: '完成期限', value: due },
      { label: `${word}完成日期`, value: day },
    ],
    formula: `${word}完成日期 − 完成期限`,
    result,
  }
}

function unknownWords(indicator: MonitoredIndicator, observed: Observed): Reason {
  return {
    sentence: `“${indicator.name}”${whyUnknown(indicator, observed)}。`,
    formula: '不计算进度',
    result: '不适用',
  }
}

function whyUnknown(indicator: MonitoredIndicator, observed: Observed): string {
  if (indicator.kind === 'date') return '没有完成日期或预计完成日期'
  if (indicator.kind !== 'quant') return '没有数量，按完成可能性判断'
  const areNumbers = comparedValues(indicator, observed).every((value) => value !== undefined)
  return areNumbers ? '指标值为零或实际为负，不按比例比较' : '没有可比的数值'
}
