import { shareAt, type YearCurve } from './year-curve.ts'
import { shareReaching, type Weighted, weightedQuantile } from './weighted.ts'

/** Where this year's line stands, and what past years may say about it. */
export type Standing = {
  readonly month: number
  readonly share_bp: number
  /** Money cannot exceed its budget; output may exceed its value. */
  readonly ceiling_bp: number | null
  readonly curves: readonly YearCurve[]
}

export type AnalogueRules = {
  readonly ownWeight: number
  readonly near_bp: number
  readonly interval_bp: number
}

/** Low, middle and high of one month of the rest of the year. */
export type Band = {
  readonly month: number
  readonly low_bp: number
  readonly mid_bp: number
  readonly high_bp: number
}

/**
 * What each past year would make of the rest of this one, at a later month: what was still added then, and
 * how many times larger it grew; the further the past year was at this month, the more its growth counts.
 */
export function continued(standing: Standing, rules: AnalogueRules, month: number): Weighted[] {
  return standing.curves.map((curve) => {
    const then = shareAt(curve, standing.month)
    const later = shareAt(curve, month)
    const added = standing.share_bp + later - then
    const grown = then > 0 ? Math.floor((standing.share_bp * later) / then) : added
    const mixed = later > 0 ? added + Math.floor(((grown - added) * Math.min(then, later)) / later) : added
    const value = Math.max(standing.share_bp, mixed)
    return {
      value: standing.ceiling_bp === null ? value : Math.min(standing.ceiling_bp, value),
      weight: weightOf(curve, Math.abs(then - standing.share_bp), rules),
    }
  })
}

/** One's own years count more, and years that stood nearer at this month. */
function weightOf({ isOwn }: YearCurve, distance: number, { ownWeight, near_bp }: AnalogueRules): number {
  const near = near_bp * near_bp
  return Math.max(1, Math.floor(((isOwn ? ownWeight : 1) * 10_000 * near) / (near + distance * distance)))
}

export function bandAt(standing: Standing, rules: AnalogueRules, month: number): Band {
  const values = continued(standing, rules, month)
  const tail = Math.floor((10_000 - rules.interval_bp) / 2)
  return {
    month,
    low_bp: weightedQuantile(values, tail),
    mid_bp: weightedQuantile(values, 5_000),
    high_bp: weightedQuantile(values, 10_000 - tail),
  }
}

/** How likely the year ends at or above a bound, in 万分之一. */
export function chanceOf(standing: Standing, rules: AnalogueRules, bound_bp: number): number {
  return shareReaching(continued(standing, rules, 12), bound_bp)
}
