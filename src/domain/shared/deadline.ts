import type { DayCount, ParameterReader } from '../rules/parameter-values.ts'
import { addDays, addWorkingDays, type DateText, daysBetween, formatDate } from './dates.ts'
import type { Explained, Parameter } from './explanation.ts'
import { explain, type RuleHeader } from './rule-header.ts'

export type Deadline = Explained<{ readonly dueOn: DateText }>

/**
 * The one deadline engine: due = anchor + n calendar or working days, the anchor itself not counted.
 * Rules call it with their own title block, so that each deadline cites its own source.
 * @throws DomainError PARAMETER_NOT_IN_FORCE when working days run into a year without holidays.
 */
export function computeDeadline(
  header: RuleHeader,
  anchor: { readonly label: string; readonly on: DateText },
  days: Parameter<DayCount>,
  rules: ParameterReader,
): Deadline {
  const isWorking = days.value.count === 'working'
  const calendar = isWorking ? rules.value('budget.working_days') : undefined
  const dueOn = calendar
    ? addWorkingDays(anchor.on, days.value.days, calendar.value)
    : addDays(anchor.on, days.value.days)
  const unit = isWorking ? '个工作日' : '个自然日'
  return {
    dueOn,
    explanation: explain(header, {
      sentence: `${anchor.label}为${formatDate(anchor.on)}，加${days.value.days}${unit}，期限为${formatDate(dueOn)}。`,
      inputs: [{ label: anchor.label, value: anchor.on }],
      parameters: calendar ? [days, calendar] : [days],
      formula: `${anchor.label} + ${days.value.days}${unit}（当日不计）`,
      result: dueOn,
    }),
  }
}

/** Days after the deadline; 0 when in time. */
export function daysLate(dueOn: DateText, doneOn: DateText): number {
  return Math.max(0, daysBetween(dueOn, doneOn))
}
