import {
  computeYearEndForecast,
  type Line,
  type YearCurve,
  type YearEndForecast,
} from '../../src/domain/monitoring/compute/index.ts'
import type { ParameterReader } from '../../src/domain/rules/parameter-values.ts'
import { type SimulatedPlace, type SimulatedProject, simulatePlace, type Year } from './generator.ts'

export const LINES_TRIED = ['money', 'output'] as const
export const MONTHS_TRIED = [3, 5, 7, 9, 10]
const WHOLE = 10_000

/** One project in one month: where it stands, what the model says, how the year ended. */
export type Case = {
  readonly line: Line
  readonly month: number
  readonly share_bp: number
  readonly end_bp: number
  readonly bound_bp: number
  readonly forecast: YearEndForecast
}

/** Every project of the places of these seeds, both lines, in every month tried. */
export function casesOf(seeds: readonly number[], rules: ParameterReader): Case[] {
  return seeds.flatMap((seed) => {
    const place = simulatePlace(seed)
    return place.projects.flatMap((project) =>
      LINES_TRIED.flatMap((line) => MONTHS_TRIED.map((month) => caseOf(place, project, line, month, rules))),
    )
  })
}

function caseOf(
  place: SimulatedPlace,
  project: SimulatedProject,
  line: Line,
  month: number,
  rules: ParameterReader,
): Case {
  const share_bp = reached(project.now, line, month)
  const forecast = computeYearEndForecast(
    { line, month, share_bp, curves: curvesOf(place, project, line) },
    rules,
  )
  return {
    line,
    month,
    share_bp,
    end_bp: reached(project.now, line, 12),
    bound_bp: forecast.bound_bp,
    forecast,
  }
}

/** Past years of projects of the same kind in the same place. */
function curvesOf(place: SimulatedPlace, project: SimulatedProject, line: Line): YearCurve[] {
  const alike = place.projects.filter(({ kind }) => kind === project.kind)
  return alike.flatMap((other) =>
    other.past.map((year) => ({
      isOwn: other === project,
      points: place.pastMonths.map((month) => ({ month, share_bp: reached(year, line, month) })),
    })),
  )
}

function reached(year: Year, line: Line, month: number): number {
  return Math.min(WHOLE, year[line][month - 1] ?? 0)
}
