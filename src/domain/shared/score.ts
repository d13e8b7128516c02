import { Decimal } from './decimal.ts'
import { DomainError } from './errors.ts'

/** Scores and weights are integers of 0.01 point. */
export type Score_x100 = number

/** Rounds points half-up to two decimals: 9.665 points → 967. */
export function roundScore(points: Decimal): Score_x100 {
  return points.times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber()
}

/** Points as an exact decimal, for the next step of a computation. */
export function scorePoints(score_x100: Score_x100): Decimal {
  return new Decimal(score_x100).div(100)
}

/** Always two decimals, as printed on the form: 877 → `8.77`. */
export function formatScore(score_x100: Score_x100): string {
  return scorePoints(score_x100).toFixed(2)
}

/** Weights as people write them, without needless zeros: 1000 → `10`, 2250 → `22.5`. */
export function formatWeight(weight_x100: Score_x100): string {
  return scorePoints(weight_x100).toFixed()
}

/**
 * Reads typed points: `22.5` → 2250.
 * @throws DomainError INVALID_INPUT when it is no number or has more than two decimals.
 */
export function parseScore(text: string, label = '分值'): Score_x100 {
  if (!/^-?\d{1,6}(\.\d{1,2})?$/.test(text.trim())) {
    throw new DomainError('INVALID_INPUT', `${label}“${text}”不是有效分数，请填写数字，最多两位小数。`, {
      label,
      text,
    })
  }
  return roundScore(new Decimal(text.trim()))
}
