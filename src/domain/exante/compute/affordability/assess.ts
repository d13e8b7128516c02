import type { ParameterReader } from '../../../rules/parameter-values.ts'
import { formatRatio } from '../../../shared/ratio.ts'
import { computeAffordability, type Affordability, type AffordabilityYear } from './verdict.ts'
import { BUDGETS } from './columns.ts'
import type { AffordabilitySheet } from './sheet.ts'
import { computeSimulation, share, type SimulatedYear } from './simulation.ts'
import { computeStress } from './stress.ts'
import { AFFORDABILITY_VERDICTS, type AffordabilityVerdict } from './pressure.ts'

/** The whole answer; stress and simulation only of a complete sheet, because blanks are not guessed. */
export type AffordabilityAssessment = {
  readonly base: Affordability
  readonly stress: ReturnType<typeof computeStress> | null
  readonly simulation: ReturnType<typeof computeSimulation> | null
}

export function assessAffordability(
  sheet: AffordabilitySheet,
  rules: ParameterReader,
  given: { readonly requiredYears: readonly number[]; readonly seed?: number | null },
): AffordabilityAssessment {
  const base = computeAffordability(sheet, rules, given.requiredYears)
  const isComplete = base.verdict !== 'incomplete'
  return {
    base,
    stress: isComplete ? computeStress(sheet, rules) : null,
    simulation: isComplete ? computeSimulation(sheet, rules, given.seed) : null,
  }
}

/** The paragraph for the report: verdict, worst year, shocks, probabilities; what is missing where it is. */
export function describeAffordability({ base, stress, simulation }: AffordabilityAssessment): string {
  if (!base.worst || !stress || !simulation) return base.explanation.sentence
  return [
    verdictWords(base, base.worst),
    derivedWords(base),
    shockWords(stress.shocks),
    chanceWords(simulation),
  ].join('')
}

function nameOf({ budget, year }: Pick<AffordabilityYear, 'budget' | 'year'>): string {
  return budget === 'fund' ? `${BUDGETS.fund}${year}年` : `${year}年`
}

function verdictWords({ years, fundYears, verdict }: Affordability, worst: AffordabilityYear): string {
  const span = `${years[0]?.year}年至${years[years.length - 1]?.year}年`
  const which = fundYears.length > 0 ? '一般公共预算和政府性基金预算' : '一般公共预算'
  const pressure = worst.pressure
    ? `安排本项目后压力为${formatRatio(worst.pressure)}（不含本项目${formatRatio(worst.pressureBefore)}）`
    : '可用财力不大于零'
  const gap = worst.uncovered
    ? `，按先三保、再债务、再已承诺项目的顺序安排，缺口出现在“${worst.uncovered.label}”`
    : '，三保支出、债务还本付息和已承诺项目均有保障'
  return (
    `对${span}${which}逐年测算，总体结论为“${AFFORDABILITY_VERDICTS[verdict]}”。` +
    `压力最大的是${nameOf(worst)}，${pressure}${gap}。`
  )
}

function derivedWords({ years, fundYears }: Affordability): string {
  const derived = [...years, ...fundYears].filter((year) => year.derived.length > 0)
  return derived.length === 0 ? '' : '部分年度数据按填报的增长假设推算，假设及依据见附表。'
}

function shockWords(shocks: readonly { readonly label: string; readonly verdict: AffordabilityVerdict }[]) {
  const labels = (verdict: AffordabilityVerdict) =>
    shocks.filter((shock) => shock.verdict === verdict).map(({ label }) => `“${label}”`)
  const parts = (['fail', 'warn', 'pass'] as const).flatMap((verdict) => {
    const own = labels(verdict)
    return own.length === 0 ? [] : [`${own.join('、')}下${AFFORDABILITY_VERDICTS[verdict]}`]
  })
  return parts.length === 0 ? '' : `压力测试中，${parts.join('；')}。`
}

function chanceWords({
  seed,
  draws,
  years,
}: {
  readonly seed: number
  readonly draws: number
  readonly years: readonly SimulatedYear[]
}): string {
  const words = years.map(
    (year) =>
      `${nameOf(year)}达到预警及以上的可能性为${share(year.warned, draws)}、不可承受的可能性为${share(year.failed, draws)}`,
  )
  return `随机模拟${draws}次（种子${seed}），${words.join('；')}。`
}
