import { findFen } from '../../../domain/shared/money.ts'
import type { ProjectFile } from '../../shapes.ts'

/**
 * What the latest month on record says of spending, all funds together. The rate is shown only; where
 * it decides something the rule gives it with its reason.
 */
export function latestExecution(rows: ProjectFile['execution']): {
  readonly month: number | null
  readonly paid_fen: string | null
  readonly rate: string | null
} {
  const month = Math.max(0, ...rows.map((row) => row.month))
  const own = rows.filter((row) => row.month === month)
  if (own.length === 0) return { month: null, paid_fen: null, rate: null }
  const paid = sum(own.map((row) => row.paid_fen))
  const adjusted = sum(own.map((row) => row.adjusted_fen))
  return { month, paid_fen: paid.toString(), rate: adjusted > 0n ? percentOf(paid, adjusted) : null }
}

function sum(amounts: readonly (string | null)[]): bigint {
  return amounts.reduce((total, amount) => total + (findFen(amount) ?? 0n), 0n)
}

/** Two decimals, half up. */
function percentOf(part: bigint, whole: bigint): string {
  const hundredths = (part * 20_000n + whole) / (whole * 2n)
  return `${hundredths / 100n}.${(hundredths % 100n).toString().padStart(2, '0')}%`
}
