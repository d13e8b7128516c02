import { computeIcc, computeKendallW } from '../../domain/exante/compute/index.ts'
import type { EvaluationFinanceContent } from '../../domain/forms/contents.ts'
import { fraction } from '../../domain/shared/fraction.ts'

/** How far several evaluators agree: the same measures as for the experts of an ex-ante evaluation. */
export type RaterAgreement = {
  readonly kendall: ReturnType<typeof computeKendallW>
  readonly icc: ReturnType<typeof computeIcc>
}

/**
 * Over the rates (points ÷ weight) of the indicators that every evaluator scored; nothing unless at least
 * two evaluators share at least two indicators.
 */
export function raterAgreement({
  raterScores,
  scores,
}: EvaluationFinanceContent): RaterAgreement | undefined {
  const given = (raterScores ?? []).flatMap(({ rater, itemCode, points_x100 }) =>
    rater && itemCode && points_x100 != null ? [{ rater, itemCode, points_x100 }] : [],
  )
  const raters = [...new Set(given.map(({ rater }) => rater))]
  const pointsOf = (rater: string, item: string) =>
    given.find((one) => one.rater === rater && one.itemCode === item)?.points_x100
  const items = (scores ?? []).flatMap(({ itemCode, weight_x100 }) =>
    itemCode && weight_x100 && raters.every((rater) => pointsOf(rater, itemCode) !== undefined)
      ? [{ itemCode, weight_x100 }]
      : [],
  )
  if (raters.length < 2 || items.length < 2) return undefined
  const marks = raters.map((rater) =>
    items.map(({ itemCode, weight_x100 }) => fraction(pointsOf(rater, itemCode) ?? 0, weight_x100)),
  )
  return { kendall: computeKendallW(marks), icc: computeIcc(marks) }
}
