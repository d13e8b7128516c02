import {
  type computeExecutionScore,
  computeSelfEvaluation,
  type IndicatorActual,
  type SelfEvaluation,
} from '../evaluation/compute/index.ts'
import { readKnownValues } from '../rules/known-values.ts'
import { parseFen } from '../shared/money.ts'
import type { PublishedSelfEvaluation } from './published-project.ts'

/** What a citizen puts in the place of a published figure; rows counted from 0. */
export type OwnFigures = {
  readonly executed_fen?: string
  readonly actuals: ReadonlyMap<number, Partial<IndicatorActual>>
}

export const NO_OWN_FIGURES: OwnFigures = { actuals: new Map() }

/**
 * 自己算一遍: a published self-evaluation computed anew by the same rules and the values published with it.
 * A score the unit gave itself stays where its row is unchanged, and gives way to the computed one where the
 * citizen puts another value.
 * @throws DomainError PARAMETER_NOT_IN_FORCE when a value the rules need was not published
 */
export function recompute(
  published: PublishedSelfEvaluation,
  own: OwnFigures = NO_OWN_FIGURES,
): SelfEvaluation {
  const rows = published.rows.map((row, index) => {
    const change = own.actuals.get(index)
    return {
      target: row.target,
      actual: change ? { ...row.actual, ...change } : row.actual,
      entered_x100: change ? null : row.entered_x100,
      overReviewed_x100: row.overReviewed_x100,
    }
  })
  const funds = {
    budget_fen: parseFen(published.budget_fen),
    executed_fen: parseFen(own.executed_fen ?? published.executed_fen),
  }
  return computeSelfEvaluation({ funds, rows }, readKnownValues(published.rules))
}

export type ExecutionScore = ReturnType<typeof computeExecutionScore>
