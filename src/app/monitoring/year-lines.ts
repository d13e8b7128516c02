import {
  computeYearEndForecast,
  LINES,
  type Line,
  type LinePoint,
  linesOfRound,
  plannedLines,
  type YearCurve,
  type YearEndForecast,
} from '../../domain/monitoring/compute/index.ts'
import type { ParameterReader } from '../../domain/rules/parameter-values.ts'
import { type Fraction, fraction, roundFraction, times } from '../../domain/shared/fraction.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import { findPastLines, type PastPoint } from '../../storage/monitoring-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { RoundFigures } from './round-figures.ts'

/** A point of a line: 万分之一 for drawing, both parts of the rate for whoever recomputes it. */
export type DrawnPoint = {
  readonly month: number
  readonly planned_bp: number | null
  readonly reached_bp: number | null
  readonly numerator: string | null
  readonly denominator: string | null
}

export type YearLine = {
  readonly line: Line
  readonly title: string
  readonly points: readonly DrawnPoint[]
  readonly forecast: YearEndForecast
}

/** Past years as curves, one per project and year. */
export async function pastCurves(
  context: Context,
  project: ProjectRow,
  rules: ParameterReader,
): Promise<Readonly<Record<Line, readonly YearCurve[]>>> {
  const points = await findPastLines(context.db, project, rules.value('monitoring.forecast').value.years)
  return { money: curvesOf(points, 'money'), output: curvesOf(points, 'output') }
}

function curvesOf(points: readonly PastPoint[], line: Line): YearCurve[] {
  const curves = new Map<string, { isOwn: boolean; points: { month: number; share_bp: number }[] }>()
  for (const point of points.filter((one) => one.line === line)) {
    const curve = curves.get(point.curve) ?? { isOwn: point.isOwn, points: [] }
    curve.points.push({ month: point.month, share_bp: point.share_bp })
    curves.set(point.curve, curve)
  }
  return [...curves.values()]
}

/**
 * Both lines over the year: plan, what the rounds reported, and the forecast from the last of them.
 * @param rounds of one year in the order of their months; the last one carries the forecast
 */
export function yearLines(
  rounds: readonly RoundFigures[],
  curves: Readonly<Record<Line, readonly YearCurve[]>>,
  rules: ParameterReader,
): YearLine[] {
  const last = rounds[rounds.length - 1]
  if (!last) return []
  return (Object.keys(LINES) as Line[]).map((line) => {
    const reached = new Map(rounds.map((round) => [round.input.month, reachedIn(round, line)]))
    const now = reached.get(last.input.month) ?? null
    return {
      line,
      title: LINES[line],
      points: Array.from({ length: 12 }, (_, index) => {
        const month = index + 1
        const planned = plannedLines(last.input, month)[line]
        const done = reached.get(month) ?? null
        return {
          month,
          planned_bp: planned && bpOf(planned),
          reached_bp: done && bpOf(done),
          numerator: done?.top.toString() ?? null,
          denominator: done?.bottom.toString() ?? null,
        }
      }),
      forecast: computeYearEndForecast(
        { line, month: last.input.month, share_bp: now && bpOf(now), curves: curves[line] },
        rules,
      ),
    }
  })
}

/** What a round reported; money only when every fund is filled in. */
export function reachedIn(round: RoundFigures, line: Line): Fraction | null {
  const point: LinePoint = linesOfRound(round.input)[line]
  return line === 'money' && !round.hasMoney ? null : point.reached
}

/** 万分之一, to the nearest. */
export function bpOf(share: Fraction): number {
  return Number(roundFraction(times(share, fraction(10_000))))
}
