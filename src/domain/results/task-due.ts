import type { ResultsTaskContent } from '../forms/contents.ts'
import type { DateText } from '../shared/dates.ts'

/** States in which the unit owes something of a task, and the field with the day of it. */
export const OWED_DAYS = {
  open: 'planDueOn',
  planned: 'completionDueOn',
  referred: 'completionDueOn',
} as const satisfies Readonly<Record<string, keyof Days>>
/** States in which nothing is owed any more. */
export const DONE_STATES: readonly string[] = ['verified', 'exempted']

/** How far a task has come, for the rate: an exempted one is settled, but not verified. */
export function reachedBy(state: string): 'open' | 'verified' | 'exempted' {
  return state === 'verified' || state === 'exempted' ? state : 'open'
}

/** Its two days; plain content of a stored task has them too. */
type Days = Pick<ResultsTaskContent, 'planDueOn' | 'completionDueOn'>

/** The day by which the unit owes its next answer on a task; nothing while it has answered. */
export function owedBy(state: string, days: Days): DateText | undefined {
  const field = isOwed(state) ? OWED_DAYS[state] : undefined
  return field && (days[field] ?? undefined)
}

/** Whether the unit owes something of a task in this state. */
export function isOwed(state: string): state is keyof typeof OWED_DAYS {
  return Object.keys(OWED_DAYS).includes(state)
}

/**
 * Whether a task is overdue and not verified: no measures by their day, or not put right and verified by the
 * day of completion. Such an item may not be arranged (财预〔2020〕10号; domain/06, item 4).
 */
export function isOverdueTask(
  { state, content }: { readonly state: string; readonly content: Days },
  today: DateText,
): boolean {
  if (DONE_STATES.includes(state)) return false
  const { planDueOn, completionDueOn } = content
  return (state === 'open' && isPast(planDueOn, today)) || isPast(completionDueOn, today)
}

function isPast(due: DateText | null | undefined, today: DateText): boolean {
  return Boolean(due && due < today)
}
