import type { ParameterReader } from '../../../rules/parameter-values.ts'
import type { DateText } from '../../../shared/dates.ts'
import type { Explained, Explanation } from '../../../shared/explanation.ts'
import { type Fen, formatWanYuan } from '../../../shared/money.ts'
import { formatBp, formatRatio, type Ratio, ratioOf } from '../../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import { BUDGETS, type Budget } from './columns.ts'
import type { FilledYear } from './growth.ts'
import {
  type AffordabilitySheet,
  budgetsOf,
  filledYears,
  type MissingCell,
  missingCells,
  wordsOfMissing,
} from './sheet.ts'
import {
  AFFORDABILITY_VERDICTS,
  type AffordabilityVerdict,
  leftAfter,
  type PressureBounds,
  pressureOf,
  sumsOf,
  verdictOf,
  worstOf,
} from './pressure.ts'

export const EXA_005: RuleHeader = {
  id: 'EXA-005',
  name: '财力可承受能力',
  stage: 'exante',
  kind: 'compute',
  source: cite('nx-2022-pilot-plan', '三（一）财力的可承受力'),
  standing: 'proposal',
  parameters: ['exante.affordability_pressure', 'exante.affordability_years'],
}

export type AffordabilityYear = {
  readonly budget: Budget
  readonly year: number
  readonly verdict: AffordabilityVerdict
  readonly missing: readonly string[]
  /** Labels of amounts that were carried forward by a growth assumption. */
  readonly derived: readonly string[]
  /** Every amount that is known, typed or carried forward. */
  readonly inputs: readonly { readonly label: string; readonly amount_fen: Fen }[]
  readonly available_fen: Fen | null
  readonly rigid_fen: Fen | null
  readonly afterProject_fen: Fen | null
  readonly pressure: Ratio | undefined
  /** The pressure there would be without this project. */
  readonly pressureBefore: Ratio | undefined
  /** The first call on the money that is no longer covered, 三保 first; nothing where all is. */
  readonly uncovered: { readonly label: string; readonly short_fen: Fen } | null
  readonly explanation: Explanation
}

export type Affordability = Explained<{
  /** The worst year of both budgets; `incomplete` while anything is missing, and that closes the gate. */
  readonly verdict: AffordabilityVerdict
  /** 一般公共预算, year by year. */
  readonly years: readonly AffordabilityYear[]
  /** 政府性基金预算; empty where the project does not draw on it. */
  readonly fundYears: readonly AffordabilityYear[]
  readonly missingYears: readonly number[]
  readonly missing: readonly MissingCell[]
  /** The year with the highest pressure of the two budgets; nothing while data are missing. */
  readonly worst: AffordabilityYear | null
}>

/**
 * EXA-005 财力可承受能力: for each year (rigid spending + project + upkeep) ÷ available funds, the
 * general public budget and the government fund budget each for itself.
 *
 * Earmarked transfers and earmarked carry-over are not available funds. A missing figure is never taken
 * as zero: it is named, and nothing is concluded. Funds of zero or less cannot carry anything.
 * @param requiredYears years that must be there: the project's years and those after it
 */
export function computeAffordability(
  sheet: AffordabilitySheet,
  rules: ParameterReader,
  requiredYears: readonly number[] = [],
): Affordability {
  const lines = budgetsOf(sheet).map((budget) =>
    filledYears(sheet, budget).map((year) => computeYear(budget, year, rules)),
  )
  const all = lines.flat()
  const missing = missingCells(sheet, requiredYears)
  const verdict = scoreAffordability(sheet, rules.value('exante.affordability_pressure').value, requiredYears)
  const isIncomplete = verdict === 'incomplete'
  return {
    verdict,
    years: lines[0] ?? [],
    fundYears: lines[1] ?? [],
    missingYears: requiredYears.filter((year) => !sheet.general.some((row) => row.year === year)),
    missing,
    worst: isIncomplete ? null : ([...all].sort(byPressure)[0] ?? null),
    explanation: explain(EXA_005, {
      sentence: isIncomplete ? lackSentence(sheet, missing) : wholeSentence(all, verdict),
      parameters: [rules.value('exante.affordability_pressure')],
      formula: '各年压力 =（刚性支出 + 本项目负担 + 运行维护）÷ 可用财力，两本预算分别计算，取最差年度',
      result: AFFORDABILITY_VERDICTS[verdict],
      children: all.map((each) => each.explanation),
    }),
  }
}

/** The verdict alone, without reasons, for whoever asks by the thousand. */
export function scoreAffordability(
  sheet: AffordabilitySheet,
  bounds: PressureBounds,
  requiredYears: readonly number[],
): AffordabilityVerdict {
  const lines = budgetsOf(sheet).map((budget) => filledYears(sheet, budget))
  const isIncomplete =
    sheet.usesFundBudget === null ||
    lines.some((years) => years.length === 0) ||
    missingCells(sheet, requiredYears).length > 0
  return isIncomplete ? 'incomplete' : worstOf(lines.flat().map((year) => verdictOf(sumsOf(year), bounds)))
}

function lackSentence(sheet: AffordabilitySheet, missing: readonly MissingCell[]): string {
  const lacks = [
    ...(sheet.general.length === 0 ? ['财力测算还没有填写'] : []),
    ...(sheet.usesFundBudget === null ? ['没有写明是否使用政府性基金预算'] : []),
    ...(sheet.usesFundBudget && sheet.fund.length === 0 ? ['政府性基金预算测算还没有填写'] : []),
    ...(missing.length > 0 ? [`还缺：${wordsOfMissing(missing)}`] : []),
  ]
  return `${lacks.join('；')}。填齐之前不作结论。`
}

function wholeSentence(years: readonly AffordabilityYear[], verdict: AffordabilityVerdict): string {
  const words = years.map(
    (y) => `${nameOf(y)}${y.pressure ? formatRatio(y.pressure) : ''}${AFFORDABILITY_VERDICTS[y.verdict]}`,
  )
  return `${words.join('、')}，总体${AFFORDABILITY_VERDICTS[verdict]}。`
}

function nameOf({ budget, year }: { readonly budget: Budget; readonly year: number }): string {
  return budget === 'general' ? `${year}年` : `${BUDGETS.fund}${year}年`
}

/** Highest pressure first; a year without any money comes before all others. */
function byPressure(one: AffordabilityYear, other: AffordabilityYear): number {
  const [left, right] = [one.pressure, other.pressure]
  if (!left || !right) return Number(Boolean(left)) - Number(Boolean(right))
  const a = BigInt(left.numerator) * BigInt(right.denominator)
  const b = BigInt(right.numerator) * BigInt(left.denominator)
  return a === b ? one.year - other.year : a > b ? -1 : 1
}

/**
 * The years a sheet must cover: those of the project, and so many more in which it has to be kept up.
 * @param beyond years after the last one (`exante.affordability_years`)
 */
export function affordabilityYears(firstYear: number, lastYear: number, beyond: number): number[] {
  return Array.from(
    { length: Math.max(0, lastYear + beyond - firstYear + 1) },
    (_, index) => firstYear + index,
  )
}

/** The years to cover for a project's first and last day; none while these are not known. */
export function yearsOfPeriod(
  period: { readonly periodStart?: DateText | null; readonly periodEnd?: DateText | null },
  rules: ParameterReader,
): number[] {
  const { periodStart, periodEnd } = period
  if (!periodStart || !periodEnd) return []
  const { beyond } = rules.value('exante.affordability_years').value
  return affordabilityYears(Number(periodStart.slice(0, 4)), Number(periodEnd.slice(0, 4)), beyond)
}

function computeYear(budget: Budget, filled: FilledYear, rules: ParameterReader): AffordabilityYear {
  const { year, cells } = filled
  const missing = cells.filter(({ amount }) => amount === undefined).map(({ column }) => column.label)
  const derived = cells.filter(({ isDerived }) => isDerived).map(({ column }) => column.label)
  const isKnown = missing.length === 0
  const sums = sumsOf(filled)
  const after = sums.rigid + sums.project
  const pressure = isKnown ? pressureOf(sums) : undefined
  const pressureBefore = isKnown && sums.available > 0n ? ratioOf(sums.rigid, sums.available) : undefined
  const bounds = rules.value('exante.affordability_pressure')
  const verdict: AffordabilityVerdict = isKnown ? verdictOf(sums, bounds.value) : 'incomplete'
  const short = isKnown ? leftAfter(filled).find(({ left_fen }) => left_fen < 0n) : undefined
  const uncovered = short ? { label: short.label, short_fen: -short.left_fen } : null
  const known = { budget, year, verdict, pressure, pressureBefore, uncovered }
  return {
    ...known,
    missing,
    derived,
    inputs: cells.flatMap(({ column, amount }) =>
      amount === undefined ? [] : [{ label: column.label, amount_fen: amount }],
    ),
    available_fen: isKnown ? sums.available : null,
    rigid_fen: isKnown ? sums.rigid : null,
    afterProject_fen: isKnown ? after : null,
    explanation: explain(EXA_005, {
      sentence: isKnown
        ? yearSentence(known, sums.available, after)
        : `${nameOf(known)}还缺：${missing.join('、')}。`,
      inputs: cells.flatMap(({ column, amount, isDerived }) =>
        amount === undefined
          ? []
          : [
              {
                label: column.label,
                value: `${formatWanYuan(amount)}万元${isDerived ? '（按增长假设推算）' : ''}`,
              },
            ],
      ),
      parameters: [bounds],
      formula: `（刚性支出 + 本项目负担 + 运行维护）÷ 可用财力；≥${formatBp(bounds.value.warn_bp)}预警，>${formatBp(bounds.value.fail_bp)}不可承受`,
      result: pressure
        ? `${formatRatio(pressure)}，${AFFORDABILITY_VERDICTS[verdict]}`
        : AFFORDABILITY_VERDICTS[verdict],
    }),
  }
}

function yearSentence(
  known: Pick<AffordabilityYear, 'budget' | 'year' | 'verdict' | 'pressure' | 'pressureBefore' | 'uncovered'>,
  available: Fen,
  after: Fen,
): string {
  const { verdict, pressure, pressureBefore, uncovered } = known
  const words = AFFORDABILITY_VERDICTS[verdict]
  const name = nameOf(known)
  const gap = uncovered
    ? `，按先三保、再债务、再已承诺项目的顺序安排，到“${uncovered.label}”时缺口${formatWanYuan(uncovered.short_fen)}万元`
    : ''
  if (pressure === undefined) return `${name}可用财力不大于零${gap}，${words}。`
  const sums = `可用财力${formatWanYuan(available)}万元，安排后刚性支出${formatWanYuan(after)}万元`
  const change = `压力${formatRatio(pressure)}（不含本项目${formatRatio(pressureBefore)}）`
  return `${name}${sums}，${change}${gap}，${words}。`
}
