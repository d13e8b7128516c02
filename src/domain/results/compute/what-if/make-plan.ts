import { type Fen, sumFen } from '../../../shared/money.ts'
import { findConflicts, undividedConflict } from './conflict.ts'
import { fillExactly } from './fill.ts'
import { orderByScore } from './order.ts'
import { type Prepared, prepareItems } from './prepare.ts'
import { buildProgramme } from './programme.ts'
import { reasonsFor } from './reason.ts'
import type { Bounds, Plan, PlanOutcome, Solve, WhatIfProblem } from './types.ts'
import { worthOf } from './weight.ts'

/**
 * By how much 万元 the rows are tightened, one after the other, when the solver's answer held only within its
 * tolerance: a binary counts as one from 0.9999999 on, which is a few yuan of a large project.
 */
const MARGINS_WAN = [0, 0.001, 0.1, 10]

/**
 * The plan that maximises Σ weight × share funded × request under all constraints. The solver settles which
 * undivided items are arranged; the amounts are then computed to the fen, so that every constraint holds
 * exactly and the envelope is never exceeded; last, amounts are ordered by score among like items.
 * @param solve gives the same answer to the same programme; throws what stops a calculation
 * @returns a plan, or in words which constraints cannot hold together
 */
export async function makePlan(problem: WhatIfProblem, solve: Solve): Promise<PlanOutcome> {
  const prepared = prepareItems(problem)
  const conflicts = findConflicts(problem, prepared)
  if (conflicts.length > 0) return { kind: 'conflict', conflicts }
  for (const margin of MARGINS_WAN) {
    const { programme, binaryOf } = buildProgramme(problem, prepared, margin)
    const answer = await solve(programme)
    if (answer.status === 'infeasible') break
    const settled = prepared.map(({ bounds }, index) =>
      settle(bounds, answer.values[binaryOf.get(index) ?? -1]),
    )
    const amounts = fillExactly(problem, prepared, settled)
    if (!amounts) continue
    const isOptimal = answer.status === 'optimal'
    return { kind: 'plan', plan: describe(problem, prepared, orderByScore(prepared, amounts), isOptimal) }
  }
  return { kind: 'conflict', conflicts: [undividedConflict(problem, prepared)] }
}

function settle(bounds: Bounds, binary: number | undefined): Bounds {
  if (!bounds.isEitherOr) return bounds
  const amount = (binary ?? 0) > 0.5 ? bounds.high_fen : 0n
  return { low_fen: amount, high_fen: amount, isEitherOr: false }
}

function describe(
  problem: WhatIfProblem,
  prepared: readonly Prepared[],
  amounts: readonly Fen[],
  isOptimal: boolean,
): Plan {
  const reasons = reasonsFor(problem, prepared, amounts)
  const lines = prepared.map(({ item, worth }, index) => ({
    itemId: item.id,
    amount_fen: amounts[index] ?? 0n,
    weight_bp: worth.weight_bp,
    reason: reasons[index] ?? '',
  }))
  return { lines, total_fen: sumFen(amounts), value: totalWorth(prepared, amounts), isOptimal }
}

/** Worth of all amounts, exactly; in the order of `prepared`. */
export function totalWorth(prepared: readonly Prepared[], amounts: readonly Fen[]): bigint {
  return prepared.reduce(
    (sum, { item, worth }, index) => sum + worthOf(item, amounts[index] ?? 0n, worth),
    0n,
  )
}
