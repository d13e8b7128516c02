import { WHOLE_BP } from '../../src/domain/monitoring/compute/index.ts'
import type { Said } from './score.ts'

/** actual × 12 ÷ months, at most whole. */
export function straightLine(month: number, share_bp: number): number {
  return Math.min(WHOLE_BP, Math.floor((share_bp * 12) / month))
}

/** The straight line as it is used today: one figure, believed. */
export function saidPlainly(line_bp: number, bound_bp: number): Said {
  return { chance: line_bp >= bound_bp ? 1 : 0, low_bp: line_bp, high_bp: line_bp, mid_bp: line_bp }
}

/**
 * The straight line made as good as it can be: with the errors it made on the seen seeds in the same month
 * around it, as an interval and as a chance.
 * @param errors end − line of the seen seeds, ascending
 */
export function saidWithErrors(line_bp: number, bound_bp: number, errors: readonly number[]): Said {
  const at = (part: number) => errors[Math.min(errors.length - 1, Math.floor(errors.length * part))] ?? 0
  const reaching = errors.filter((error) => line_bp + error >= bound_bp).length
  const within = (value: number) => Math.max(0, Math.min(WHOLE_BP, value))
  return {
    chance: errors.length === 0 ? 0.5 : reaching / errors.length,
    low_bp: within(line_bp + at(0.1)),
    high_bp: within(line_bp + at(0.9)),
    mid_bp: within(line_bp + at(0.5)),
  }
}
