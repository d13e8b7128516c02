import { Decimal } from '../../../shared/decimal.ts'
import type { Fen } from '../../../shared/money.ts'
import type { WeightKnot, WhatIfItem, WhatIfProblem } from './types.ts'

/**
 * The weight of a score: along straight lines between the knots, rounded to 万分之一, so that a higher
 * score never weighs less.
 * @param knots rising in both, from 0 to 100 points
 */
export function weightOf(
  score_x100: number | null,
  rules: Pick<WhatIfProblem, 'knots' | 'unscored_bp'>,
): number {
  if (score_x100 === null) return rules.unscored_bp
  const { knots } = rules
  const at = knots.findIndex((knot) => knot.score_x100 >= score_x100)
  const above = knots[at]
  const below = knots[at - 1]
  if (!above) return knots[knots.length - 1]?.weight_bp ?? rules.unscored_bp
  if (!below || above.score_x100 === score_x100) return above.weight_bp
  const share = new Decimal(score_x100 - below.score_x100).div(above.score_x100 - below.score_x100)
  const weight = share.times(above.weight_bp - below.weight_bp).plus(below.weight_bp)
  return weight.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber()
}

/** Whether the knots rise, so that a higher score weighs more. */
export function areKnotsRising(knots: readonly WeightKnot[]): boolean {
  return knots.every((knot, index) => {
    const before = knots[index - 1]
    return before === undefined || (knot.score_x100 > before.score_x100 && knot.weight_bp > before.weight_bp)
  })
}

/** What a fen is worth within the base and above it; in units of 1/100,000,000. */
export type FenWorth = { readonly weight_bp: number; readonly within: bigint; readonly above: bigint }

export function fenWorth(item: WhatIfItem, problem: WhatIfProblem): FenWorth {
  const weight_bp = weightOf(item.score_x100, problem)
  const above = BigInt(problem.performance_bp) * BigInt(weight_bp)
  return { weight_bp, above, within: BigInt(10_000 - problem.performance_bp) * 10_000n + above }
}

/** The worth of an amount for an item, exactly. */
export function worthOf(item: WhatIfItem, amount_fen: Fen, { within, above }: FenWorth): bigint {
  const inBase = amount_fen < item.base_fen ? amount_fen : item.base_fen
  return inBase * within + (amount_fen - inBase) * above
}

/** Better first: weight, then score, then the identifier, so that every run orders alike. */
export function betterFirst(
  one: { readonly item: WhatIfItem; readonly weight_bp: number },
  other: { readonly item: WhatIfItem; readonly weight_bp: number },
): number {
  return (
    other.weight_bp - one.weight_bp ||
    (other.item.score_x100 ?? -1) - (one.item.score_x100 ?? -1) ||
    byId(one.item, other.item)
  )
}

export function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}
