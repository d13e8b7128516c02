import { computePlaceAggregate } from '../../domain/evaluation/compute/index.ts'
import type { EvaluationSelfContent, TargetsSheetIndicatorsRow } from '../../domain/forms/contents.ts'
import { findFen } from '../../domain/shared/money.ts'

/** Shares are averaged, amounts are added up. */
const RELATIVE = /[%‰]|百分/

type Aggregate = ReturnType<typeof computePlaceAggregate>

/**
 * What the places of a transfer reached together, by row of the form. Only rows that some place reports
 * on have one; the others are measured as usual.
 */
export function placeAggregates(
  { placeResults, scores }: EvaluationSelfContent,
  indicators: readonly TargetsSheetIndicatorsRow[],
): ReadonlyMap<number, Aggregate> {
  const found = new Map<number, Aggregate>()
  const entries = placeResults ?? []
  if (entries.length === 0) return found
  for (const [at, row] of (scores ?? []).entries()) {
    const own = entries.filter((entry) => entry.row === at + 1)
    if (own.length === 0) continue
    const unit = indicators.find(({ id }) => id === row.indicatorId)?.unit ?? ''
    const places = own.map(({ place, actual, money_fen }) => ({
      name: place ?? '',
      value: actual ?? '',
      money_fen: findFen(money_fen) ?? 0n,
    }))
    found.set(at, computePlaceAggregate(RELATIVE.test(unit) ? 'relative' : 'absolute', places))
  }
  return found
}
