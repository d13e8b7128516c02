import type {
  TargetsAdjustmentContent,
  TargetsSheetContent,
  TargetsSheetIndicatorsRow,
} from '../../forms/contents.ts'
import { isWritten } from '../../shared/check.ts'
import { formatDate } from '../../shared/dates.ts'
import { findFen, formatWanYuan } from '../../shared/money.ts'
import { formatWeight } from '../../shared/score.ts'

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

export type IndicatorChange = NonNullable<TargetsAdjustmentContent['changes']>[number]

/** Column of a request → the column of the indicator it replaces. */
const COLUMNS = {
  newValue: 'value',
  newUpper: 'upper',
  newDate: 'dateValue',
  newText: 'valueText',
  newPeriodValue: 'periodValue',
  newFirstQuarter: 'firstQuarter',
  newSecondQuarter: 'secondQuarter',
  newThirdQuarter: 'thirdQuarter',
  newFourthQuarter: 'fourthQuarter',
  newWeight_x100: 'weight_x100',
} as const satisfies Partial<Record<keyof IndicatorChange, keyof TargetsSheetIndicatorsRow>>
const NEW = Object.keys(COLUMNS) as readonly (keyof typeof COLUMNS)[]
/** A new figure replaces the old wording of it. */
const FIGURES = ['newValue', 'newUpper', 'newDate', 'newText'] as const

/** Whether a row of the request asks for a new value of anything. */
export function isChanged(change: IndicatorChange): boolean {
  return NEW.some((column) => isGiven(change[column]))
}

function isGiven(value: string | number | null | undefined): boolean {
  return typeof value === 'number' || isWritten(value)
}

/** The indicator with the new values of its row. */
export function adjustedIndicator(
  indicator: TargetsSheetIndicatorsRow,
  change: IndicatorChange | undefined,
): TargetsSheetIndicatorsRow {
  if (!change || !isChanged(change)) return indicator
  const { valueText, ...plain } = indicator
  const isReworded = FIGURES.some((column) => isGiven(change[column]))
  const given = NEW.filter((column) => isGiven(change[column]))
  return {
    ...plain,
    ...(isReworded || valueText === undefined ? {} : { valueText }),
    ...Object.fromEntries(given.map((column) => [COLUMNS[column], change[column]])),
  }
}

const QUARTER_COLUMNS = {
  firstQuarter: '一',
  secondQuarter: '二',
  thirdQuarter: '三',
  fourthQuarter: '四',
} as const

/** 一季度5、二季度10…; nothing where the indicator is not planned by quarters. */
export function planInWords(indicator: TargetsSheetIndicatorsRow): string {
  return Object.entries(QUARTER_COLUMNS)
    .flatMap(([column, title]) => {
      const amount = indicator[column as keyof typeof QUARTER_COLUMNS]
      return isWritten(amount) ? [`${title}季度${amount}`] : []
    })
    .join('、')
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
    if (!change) return []
    if (change.isRemoved)
      return [
        { part: 'indicator', name: indicator.name ?? '', from: withWeight(indicator), to: '取消该指标' },
      ]
    return isChanged(change) ? pairsOfIndicator(indicator, adjustedIndicator(indicator, change)) : []
  })
  const additions = (adjustment.additions ?? []).map(
    (row): AdjustmentPair => ({
      part: 'indicator',
      name: row.name ?? '',
      from: '新增指标',
      to: withWeight(row),
    }),
  )
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
  return [...indicators, ...additions, ...goals, ...money, ...quarters]
}

/** 指标值, 实施期指标值, 分季计划 and 权重 of one indicator, each where it moves. */
function pairsOfIndicator(
  before: TargetsSheetIndicatorsRow,
  after: TargetsSheetIndicatorsRow,
): AdjustmentPair[] {
  const name = before.name ?? ''
  const words: [string, string, string][] = [
    [name, targetInWords(before), targetInWords(after)],
    [`${name}（实施期）`, before.periodValue ?? '', after.periodValue ?? ''],
    [`${name}（分季计划）`, planInWords(before), planInWords(after)],
    [`${name}（权重）`, points(before), points(after)],
  ]
  const moved = words.filter(([, from, to]) => from !== to)
  return (moved.length > 0 ? moved : words.slice(0, 1)).map(([title, from, to]) => ({
    part: 'indicator',
    name: title,
    from,
    to,
  }))
}

function points({ weight_x100 }: TargetsSheetIndicatorsRow): string {
  return `${formatWeight(weight_x100 ?? 0)}分`
}

/** A whole indicator in one cell: `≥50个，权重20分`. */
function withWeight(indicator: TargetsSheetIndicatorsRow): string {
  return [targetInWords(indicator), `权重${points(indicator)}`].filter((part) => part !== '').join('，')
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
