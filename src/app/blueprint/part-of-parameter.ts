import type { ParameterId } from '../../domain/rules/parameter-values.ts'

const TEMPLATES: readonly ParameterId[] = ['monitoring.templates', 'monitoring.risk_measures']
const CALENDAR =
  /^budget\.calendar$|_days$|_months$|_last_day$|\.(?:window|cadence|cycle|stage_deadlines|mid_year_month|escalation|period)$/

/** The table doctor reads what others publish, the pilot is over, and the rubrics are a part of their own. */
const ELSEWHERE = /^doctor\.|^pilot\.|^exante\.(?:rubric|policy_rubric)$/

/** Which part of a blueprint a parameter belongs to; nothing for what no place runs its procedure by. */
export function partOfParameter(id: ParameterId): 'parameters' | 'templates' | 'calendars' | undefined {
  if (ELSEWHERE.test(id)) return undefined
  if (TEMPLATES.includes(id)) return 'templates'
  return CALENDAR.test(id) ? 'calendars' : 'parameters'
}
