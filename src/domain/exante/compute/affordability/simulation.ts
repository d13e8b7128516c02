import type { ParameterReader, ParameterValues } from '../../../rules/parameter-values.ts'
import type { Explained } from '../../../shared/explanation.ts'
import { formatRatio, ratioOf } from '../../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../../shared/rule-header.ts'
import { type SeededNumbers, seededNumbers } from '../../../shared/seeded-numbers.ts'
import { cite } from '../../../shared/sources.ts'
import { BUDGETS, type Budget, RISKS, type Risk } from './columns.ts'
import { type AffordabilitySheet, budgetsOf, filledYears } from './sheet.ts'
import { drawDeviation, type Triangle, WHOLE } from './draw-deviation.ts'
import { type PressureBounds, verdictOf } from './pressure.ts'
import { splitByRisk, type YearByRisk } from './year-by-risk.ts'

export const EXA_052: RuleHeader = {
  id: 'EXA-052',
  name: '财力随机模拟',
  stage: 'exante',
  kind: 'compute',
  source: cite('jiheng-default'),
  parameters: ['exante.affordability_simulation', 'exante.affordability_pressure'],
}

export type Simulation = ParameterValues['exante.affordability_simulation']

/** How the pressure of a year came out over all draws. */
export type SimulatedYear = {
  readonly budget: Budget
  readonly year: number
  /** Draws at or above the warning line, those above the failing line included. */
  readonly warned: number
  readonly failed: number
  /** Pressure in 万分之一 that so many per cent of the draws do not exceed. */
  readonly quantiles_bp: { readonly [K in keyof typeof QUANTILES]: number }
}

/** Nearest rank: the smallest pressure that at least so many per cent of the draws do not exceed. */
const QUANTILES = { p5: 5, p25: 25, p50: 50, p75: 75, p95: 95 } as const

/** A year without money has no pressure; it stands in the bands as ten times the money there is. */
export const PRESSURE_CEILING_BP = 100_000

/**
 * EXA-052: draws many possible futures of a complete sheet and counts how many warn and how many fail.
 *
 * In a future, revenue, transfers and 三保 drift away from the sheet year by year, and the project costs
 * more or less than planned for good. Every draw takes the same random numbers in the same order, so one
 * seed gives one answer everywhere. Distributions: docs/affordability.md.
 * @param seed of the record; the parameter's own where the record carries none
 */
export function computeSimulation(
  sheet: AffordabilitySheet,
  rules: ParameterReader,
  seed?: number | null,
): Explained<{ readonly seed: number; readonly draws: number; readonly years: readonly SimulatedYear[] }> {
  const parameter = rules.value('exante.affordability_simulation')
  const bounds = rules.value('exante.affordability_pressure')
  const used = seed ?? parameter.value.seed
  const years = budgetsOf(sheet).flatMap((budget) => {
    const lines = filledYears(sheet, budget).map(splitByRisk)
    return simulate(lines, parameter.value, bounds.value, used).map((year) => ({ budget, ...year }))
  })
  const { draws } = parameter.value
  const words = years.map(({ budget, year, warned, failed }) => {
    const name = `${budget === 'fund' ? BUDGETS.fund : ''}${year}年`
    return `${name}预警及以上${share(warned, draws)}、不可承受${share(failed, draws)}`
  })
  /** Of the year that fails most often. */
  const worst = years.reduce((most, { failed }) => Math.max(most, failed), 0)
  return {
    seed: used,
    draws,
    years,
    explanation: explain(EXA_052, {
      sentence: `按种子${used}模拟${draws}次：${words.join('；')}。`,
      inputs: [
        { label: '种子', value: String(used) },
        { label: '次数', value: String(draws) },
        ...Object.entries(RISKS).map(([risk, label]) => ({
          label,
          value: wordsOfTriangle(parameter.value[risk as Risk]),
        })),
      ],
      parameters: [parameter, bounds],
      formula: '每次按三角分布抽取偏离，重算各年压力，统计落在预警线、不可承受线之上的次数',
      result: `不可承受${share(worst, draws)}`,
      rounding: '每次金额舍到分，比例四舍五入到百分之0.01',
    }),
  }
}

/** 12.35%. */
export function share(count: number, draws: number): string {
  return formatRatio(ratioOf(count, draws))
}

export function wordsOfTriangle({ low_bp, mode_bp, high_bp }: Triangle): string {
  return `最低${low_bp / 100}%、最可能${mode_bp / 100}%、最高${high_bp / 100}%`
}

type Counted = Omit<SimulatedYear, 'budget'>

function simulate(
  lines: readonly YearByRisk[],
  rules: Simulation,
  bounds: PressureBounds,
  seed: number,
): Counted[] {
  const numbers = seededNumbers(seed)
  const pressures = lines.map((): number[] => [])
  const warned = lines.map(() => 0)
  const failed = lines.map(() => 0)
  for (let draw = 0; draw < rules.draws; draw += 1) {
    for (const [place, sums] of drawFuture(lines, rules, numbers).entries()) {
      const verdict = verdictOf(sums, bounds)
      pressures[place]?.push(pressureBp(sums))
      if (verdict !== 'pass') warned[place] = (warned[place] ?? 0) + 1
      if (verdict === 'fail') failed[place] = (failed[place] ?? 0) + 1
    }
  }
  return lines.map(({ year }, place) => ({
    year,
    warned: warned[place] ?? 0,
    failed: failed[place] ?? 0,
    quantiles_bp: quantilesOf(pressures[place] ?? []),
  }))
}

const WHOLE_FEN = BigInt(WHOLE)

/** One future: what the project costs is drawn once, revenue, transfers and 三保 once a year, adding up. */
function drawFuture(lines: readonly YearByRisk[], rules: Simulation, numbers: SeededNumbers) {
  const cost = WHOLE_FEN + BigInt(drawDeviation(rules.cost, numbers))
  let [revenue, transfers, guarantees] = [WHOLE_FEN, WHOLE_FEN, WHOLE_FEN]
  return lines.map((line) => {
    revenue = drift(revenue, drawDeviation(rules.revenue, numbers))
    transfers = drift(transfers, drawDeviation(rules.transfers, numbers))
    guarantees = drift(guarantees, drawDeviation(rules.guarantees, numbers))
    return {
      available:
        line.otherMoney + (line.revenue * revenue) / WHOLE_FEN + (line.transfers * transfers) / WHOLE_FEN,
      rigid: line.otherRigid + (line.guarantees * guarantees) / WHOLE_FEN,
      project: (line.project * cost) / WHOLE_FEN,
    }
  })
}

function drift(level: bigint, deviation: number): bigint {
  return (level * (WHOLE_FEN + BigInt(deviation))) / WHOLE_FEN
}

function pressureBp({ available, rigid, project }: ReturnType<typeof drawFuture>[number]): number {
  if (available <= 0n) return PRESSURE_CEILING_BP
  return Math.min(PRESSURE_CEILING_BP, Number(((rigid + project) * 10_000n) / available))
}

function quantilesOf(pressures: readonly number[]): SimulatedYear['quantiles_bp'] {
  const ordered = Float64Array.from(pressures).sort()
  const at = (percent: number) => ordered[Math.max(0, Math.ceil((ordered.length * percent) / 100) - 1)] ?? 0
  const { p5, p25, p50, p75, p95 } = QUANTILES
  return { p5: at(p5), p25: at(p25), p50: at(p50), p75: at(p75), p95: at(p95) }
}
