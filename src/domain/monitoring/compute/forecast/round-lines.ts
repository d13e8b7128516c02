import type { Explanation } from '../../../shared/explanation.ts'
import { findFraction, type Fraction, fraction, isPositive, over } from '../../../shared/fraction.ts'
import { sumFen } from '../../../shared/money.ts'
import { addsUp } from '../indicator-progress.ts'
import type { MonitoringInput } from '../monitoring-round.ts'
import { findPlannedShare } from '../plan-curve.ts'
import { computeOutputLine, findOutputLine, type OutputPart } from './output-line.ts'

/** A line at one month: reached and planned shares, exact; nothing where it cannot be told. */
export type LinePoint = { readonly reached: Fraction | null; readonly planned: Fraction | null }

/** Both lines of a round: money paid over budget, output by MON-021. */
export function linesOfRound(input: MonitoringInput): {
  readonly money: LinePoint
  readonly output: LinePoint & { readonly explanation: Explanation }
} {
  const { month } = input
  const budget = sumFen(input.funds.map(({ adjusted_fen }) => adjusted_fen))
  const paid = sumFen(input.funds.map(({ paid_fen }) => paid_fen))
  return {
    money: {
      reached: budget > 0n ? fraction(paid, budget) : null,
      planned: plannedMoney(input, month),
    },
    output: computeOutputLine(partsOf(input, month), month),
  }
}

/** What both lines should have reached by the end of any month of the year, by the plan in the target. */
export function plannedLines(
  input: MonitoringInput,
  month: number,
): { money: Fraction; output: Fraction | null } {
  const parts = partsOf(input, month).map((part) => ({ ...part, reached: part.planned }))
  return { money: plannedMoney(input, month), output: findOutputLine(parts).planned }
}

function plannedMoney({ plan_fen }: MonitoringInput, month: number): Fraction {
  const [q1, q2, q3, q4] = plan_fen ?? []
  if (q1 === undefined || q2 === undefined || q3 === undefined || q4 === undefined) return fraction(month, 12)
  return (
    findPlannedShare([fraction(q1), fraction(q2), fraction(q3), fraction(q4)], month) ?? fraction(month, 12)
  )
}

function partsOf({ indicators }: MonitoringInput, month: number): OutputPart[] {
  return indicators.filter(addsUp).map((row) => {
    const [actual, value] = [findFraction(row.actual), findFraction(row.value)]
    return {
      name: row.name,
      weight_x100: row.weight_x100,
      reached: actual && value && isPositive(value) ? over(actual, value) : undefined,
      planned: (row.plan && findPlannedShare(row.plan, month)) ?? fraction(month, 12),
    }
  })
}
