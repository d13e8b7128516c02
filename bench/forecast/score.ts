/** What a method said of one project in one month, and what became of it; shares in 万分之一. */
export type Said = {
  readonly chance: number
  readonly low_bp: number
  readonly high_bp: number
  readonly mid_bp: number
}

export type Score = {
  readonly cases: number
  /** Mean squared difference between the chance given and what happened: 0 is perfect, 0.25 says nothing. */
  readonly brier: number
  /** Part of the cases whose end lies in the interval. */
  readonly coverage: number
  /** Mean width of the interval, in 万分之一. */
  readonly width_bp: number
  /** Mean distance between the middle and the end, in 万分之一. */
  readonly miss_bp: number
}

export function scoreOf(
  cases: readonly { readonly end_bp: number; readonly bound_bp: number; readonly said: Said }[],
): Score {
  const mean = (of: (one: (typeof cases)[number]) => number) =>
    cases.length === 0 ? 0 : cases.reduce((sum, one) => sum + of(one), 0) / cases.length
  return {
    cases: cases.length,
    brier: mean(({ end_bp, bound_bp, said }) => (said.chance - (end_bp >= bound_bp ? 1 : 0)) ** 2),
    coverage: mean(({ end_bp, said }) => (end_bp >= said.low_bp && end_bp <= said.high_bp ? 1 : 0)),
    width_bp: mean(({ said }) => said.high_bp - said.low_bp),
    miss_bp: mean(({ end_bp, said }) => Math.abs(said.mid_bp - end_bp)),
  }
}
