import type { ParameterReader, ParameterValues } from '../../../rules/parameter-values.ts'
import type { Explained } from '../../../shared/explanation.ts'
import { fraction, roundFraction } from '../../../shared/fraction.ts'
import { formatRatio, type Ratio } from '../../../shared/ratio.ts'
import { explain, type RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import { BUDGETS, type Budget, RISKS, type Risk } from './columns.ts'
import type { FilledYear } from './growth.ts'
import { type AffordabilitySheet, budgetsOf, filledYears } from './sheet.ts'
import {
  AFFORDABILITY_VERDICTS,
  type AffordabilityVerdict,
  pressureOf,
  sumsOf,
  verdictOf,
  worstOf,
} from './pressure.ts'

export const EXA_051: RuleHeader = {
  id: 'EXA-051',
  name: '财力压力测试',
  stage: 'exante',
  kind: 'compute',
  source: cite('jiheng-default'),
  parameters: ['exante.affordability_shocks', 'exante.affordability_pressure'],
}

export type Shock = ParameterValues['exante.affordability_shocks']['shocks'][number]

export type ShockedYear = {
  readonly budget: Budget
  readonly year: number
  readonly pressure: Ratio | undefined
  readonly verdict: AffordabilityVerdict
}
export type ShockResult = {
  readonly id: string
  readonly label: string
  readonly verdict: AffordabilityVerdict
  readonly years: readonly ShockedYear[]
}

const BP = 10_000

/**
 * EXA-051: every named shock changes its amounts by its share, each amount rounded to the fen, and the
 * pressures are computed anew. To be asked only of a complete sheet.
 */
export function computeStress(
  sheet: AffordabilitySheet,
  rules: ParameterReader,
): Explained<{ readonly shocks: readonly ShockResult[] }> {
  const parameter = rules.value('exante.affordability_shocks')
  const bounds = rules.value('exante.affordability_pressure')
  const lines = budgetsOf(sheet).flatMap((budget) =>
    filledYears(sheet, budget).map((year) => ({ budget, year })),
  )
  const shocks = parameter.value.shocks.map((shock): ShockResult => {
    const years = lines.map(({ budget, year }): ShockedYear => {
      const sums = sumsOf(shocked(year, shock))
      return { budget, year: year.year, pressure: pressureOf(sums), verdict: verdictOf(sums, bounds.value) }
    })
    return {
      id: shock.id,
      label: shock.label,
      verdict: worstOf(years.map(({ verdict }) => verdict)),
      years,
    }
  })
  const words = shocks.map(({ label, verdict }) => `${label}：${AFFORDABILITY_VERDICTS[verdict]}`)
  const bad = shocks.filter(({ verdict }) => verdict === 'fail')
  return {
    shocks,
    explanation: explain(EXA_051, {
      sentence: `${words.join('；')}。`,
      inputs: shocks.flatMap(({ label, years }) =>
        years.map(({ budget, year, pressure }) => ({
          label: `${label}，${budget === 'fund' ? BUDGETS.fund : ''}${year}年`,
          value: pressure ? formatRatio(pressure) : '没有可用财力',
        })),
      ),
      parameters: [parameter, bounds],
      formula: '各项金额 ×（1 + 冲击幅度），四舍五入到分，再按财力可承受能力计算',
      result: bad.length === 0 ? '各种冲击下都能承受' : `${bad.length}种冲击下不可承受`,
    }),
  }
}

function shocked({ year, cells }: FilledYear, shock: Shock): FilledYear {
  const shares: { readonly [R in Risk]: number } = {
    revenue: shock.revenue_bp,
    transfers: shock.transfers_bp,
    guarantees: shock.guarantees_bp,
    cost: shock.cost_bp,
  }
  return {
    year,
    cells: cells.map((cell) => {
      const { amount, column } = cell
      if (amount === undefined || column.risk === null) return cell
      const share = BigInt(BP + shares[column.risk])
      return { ...cell, amount: roundFraction(fraction(amount * share, BP)) }
    }),
  }
}

/** 本级收入下降10%、三保支出上升5%: what a shock moves, in words. */
export function wordsOfShock(shock: Shock): string {
  const parts: [Risk, number][] = [
    ['revenue', shock.revenue_bp],
    ['transfers', shock.transfers_bp],
    ['guarantees', shock.guarantees_bp],
    ['cost', shock.cost_bp],
  ]
  return parts
    .filter(([, bp]) => bp !== 0)
    .map(([risk, bp]) => `${RISKS[risk]}${bp < 0 ? '下降' : '上升'}${Math.abs(bp) / 100}%`)
    .join('、')
}
