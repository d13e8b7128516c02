import { windowDueOn } from '../../domain/monitoring/compute/index.ts'
import { addDays } from '../../domain/shared/dates.ts'
import type { ParameterValues } from '../../domain/rules/parameter-values.ts'

export type MonitoringWindow = { readonly month: number; readonly dueOn: string }

/** Days to report in a round outside the windows that the parameter lists. */
const EXTRA_ROUND_DAYS = 15

/**
 * The months a new round covers and the day it is due: the first listed window nobody has reported
 * yet; after the last one, the months that are over today.
 * @param taken months of the rounds of this budget year that exist already
 */
export function nextWindow(
  windows: ParameterValues['monitoring.window']['windows'],
  taken: readonly number[],
  fiscalYear: number,
  today: string,
): MonitoringWindow {
  const open = windows.find((window) => !taken.includes(window.months))
  if (open) return { month: open.months, dueOn: windowDueOn(open, fiscalYear) }
  return { month: monthsOver(fiscalYear, today), dueOn: addDays(today, EXTRA_ROUND_DAYS) }
}

/** Whole months of the budget year that have passed, at least one. */
function monthsOver(fiscalYear: number, today: string): number {
  const [year, month] = today.split('-').map(Number) as [number, number]
  if (year > fiscalYear) return 12
  return year < fiscalYear ? 1 : Math.max(1, month - 1)
}
