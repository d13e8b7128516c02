/** How far a line had come in a past year. */
export type YearCurve = {
  /** Whether it is the same project's; otherwise a similar project's of the same place. */
  readonly isOwn: boolean
  /** Cumulative shares in 万分之一 of what the year had set, in the order of the months; the last is December. */
  readonly points: readonly CurvePoint[]
}

export type CurvePoint = { readonly month: number; readonly share_bp: number }

const YEAR_END = 12

/** A curve without its year-end tells nothing about one. */
export function isWhole({ points }: YearCurve): boolean {
  const last = points[points.length - 1]
  return last?.month === YEAR_END && last.share_bp > 0
}

/** Where it stood at the end of a month: as noted, or on the line between what was noted. */
export function shareAt({ points }: YearCurve, month: number): number {
  let before: CurvePoint = { month: 0, share_bp: 0 }
  for (const point of points) {
    if (point.month === month) return point.share_bp
    if (point.month > month) {
      const way = (point.share_bp - before.share_bp) * (month - before.month)
      return before.share_bp + Math.floor(way / (point.month - before.month))
    }
    before = point
  }
  return before.share_bp
}

/** Only what was noted in the same month can be laid beside this year; a straight line in between is a guess. */
export function hasMonth({ points }: YearCurve, month: number): boolean {
  return points.some((point) => point.month === month)
}
