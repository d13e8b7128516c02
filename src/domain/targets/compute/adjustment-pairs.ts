import type {
  TargetsAdjustmentContent,
  TargetsSheetContent,
  TargetsSheetIndicatorsRow,
} from '../../forms/contents.ts'
import { isWritten } from '../../shared/check.ts'
import { formatDate } from '../../shared/dates.ts'
import { findFen, formatWanYuan } from '../../shared/money.ts'

/** One thing an adjustment changes, in words: what it is called, before and after. */
export type AdjustmentPair = {
  readonly part: 'indicator' | 'goal' | 'money' | 'quarter'
  readonly name: string
  readonly from: string
  readonly to: string
}

const SIGNS = { ge: '≥', le: '≤', eq: '=', gt: '>', lt: '<', range: '' } as const

/** 指标值 as the sheet prints it: the typed wording, else ≥300户, else the day. */
export function targetInWords(indicator: TargetsSheetIndicatorsRow): string {
  const { valueText, value, upper, unit, dateValue, operator } = indicator
  if (valueText) return valueText
  if (value && operator === 'range') return `${value}—${upper ?? ''}${unit ?? ''}`
  if (value) return `${operator ? SIGNS[operator] : ''}${value}${unit ?? ''}`
  return dateValue ? `${formatDate(dateValue)}前` : ''
}

type Change = NonNullable<TargetsAdjustmentContent['changes']>[number]

/** Whether a row of the request asks for anything. */
export function isChanged({ newValue, newUpper, newDate, newText }: Change): boolean {
  return [newValue, newUpper, newDate, newText].some(isWritten)
}

/** The indicator with the new value of its row; a new figure replaces the old wording of it. */
export function adjustedIndicator(
  indicator: TargetsSheetIndicatorsRow,
  change: Change | undefined,
): TargetsSheetIndicatorsRow {
  if (!change || !isChanged(change)) return indicator
  const { valueText: _wording, ...plain } = indicator
  return {
    ...plain,
    ...(isWritten(change.newValue) ? { value: change.newValue ?? null } : {}),
    ...(isWritten(change.newUpper) ? { upper: change.newUpper ?? null } : {}),
    ...(isWritten(change.newDate) ? { dateValue: change.newDate ?? null } : {}),
    ...(isWritten(change.newText) ? { valueText: change.newText ?? null } : {}),
  }
}

const AMOUNTS = {
  periodTotal_fen: '实施期资金总额',
  periodFiscal_fen: '实施期财政拨款',
  periodOther_fen: '实施期其他资金',
  total_fen: '年度资金总额',
  fiscal_fen: '年度财政拨款',
  other_fen: '年度其他资金',
} as const
export type AdjustableAmount = keyof typeof AMOUNTS
export const ADJUSTABLE_AMOUNTS = Object.keys(AMOUNTS) as readonly AdjustableAmount[]
const QUARTERS = { q1: '一季度', q2: '二季度', q3: '三季度', q4: '四季度' } as const

/** Everything an adjustment changes against the sheet it is based on, old and new beside each other. */
export function adjustmentPairs(
  sheet: TargetsSheetContent,
  adjustment: TargetsAdjustmentContent,
): AdjustmentPair[] {
  const indicators = (sheet.indicators ?? []).flatMap((indicator): AdjustmentPair[] => {
    const change = adjustment.changes?.find(({ indicatorId }) => indicatorId === indicator.id)
    if (!change || !isChanged(change)) return []
    const to = targetInWords(adjustedIndicator(indicator, change))
    return [{ part: 'indicator', name: indicator.name ?? '', from: targetInWords(indicator), to }]
  })
  const { newPeriodGoal, newAnnualGoal } = adjustment
  const goals: AdjustmentPair[] = [
    ...pair('goal', '实施期目标', sheet.periodGoal, newPeriodGoal),
    ...pair('goal', '年度目标', sheet.annualGoal, newAnnualGoal),
  ]
  const money = (adjustment.amounts ?? []).flatMap(({ item, new_fen }) =>
    item && isWritten(new_fen) ? pair('money', AMOUNTS[item], wan(sheet[item]), wan(new_fen)) : [],
  )
  const quarters = (adjustment.quarters ?? []).flatMap(({ quarter, new_fen }) => {
    const before = sheet.quarterPlan?.find((row) => row.quarter === quarter)?.planned_fen
    return quarter && isWritten(new_fen)
      ? pair('quarter', `${QUARTERS[quarter]}用款计划`, wan(before), wan(new_fen))
      : []
  })
  return [...indicators, ...goals, ...money, ...quarters]
}

function pair(
  part: AdjustmentPair['part'],
  name: string,
  from: string | null | undefined,
  to: string | null | undefined,
): AdjustmentPair[] {
  return isWritten(to) ? [{ part, name, from: from ?? '', to: to ?? '' }] : []
}

function wan(amount: string | null | undefined): string {
  const fen = findFen(amount)
  return fen === undefined ? '' : `${formatWanYuan(fen)}万元`
}
