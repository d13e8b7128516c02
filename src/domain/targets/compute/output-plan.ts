import { findFraction, type Fraction } from '../../shared/fraction.ts'

/** Columns of the quarterly output plan, first to fourth. */
export const OUTPUT_QUARTERS = ['firstQuarter', 'secondQuarter', 'thirdQuarter', 'fourthQuarter'] as const

type Planned = { readonly [Quarter in (typeof OUTPUT_QUARTERS)[number]]?: string | null }

/** What an indicator plans to add in each quarter, exact; nothing unless all four are given. */
export function outputPlanOf(
  row: Planned | undefined,
): readonly [Fraction, Fraction, Fraction, Fraction] | undefined {
  const [q1, q2, q3, q4] = OUTPUT_QUARTERS.map((quarter) => findFraction(row?.[quarter]))
  return q1 && q2 && q3 && q4 ? [q1, q2, q3, q4] : undefined
}
