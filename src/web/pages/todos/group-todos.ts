import { daysBetween } from '../../../domain/shared/dates.ts'
import type { Todo } from '../../shapes.ts'

export type TodoGroupId = 'overdue' | 'today' | 'week' | 'later' | 'undated'
export type TodoGroup = { readonly id: TodoGroupId; readonly items: readonly Todo[] }

const ORDER: readonly TodoGroupId[] = ['overdue', 'today', 'week', 'later', 'undated']

/** Days until it is due; negative when overdue. */
export function daysLeft(dueOn: string, today: string): number {
  return daysBetween(today, dueOn)
}

function groupOf(dueOn: string | null, today: string): TodoGroupId {
  if (dueOn === null) return 'undated'
  const left = daysLeft(dueOn, today)
  if (left < 0) return 'overdue'
  if (left === 0) return 'today'
  return left <= 7 ? 'week' : 'later'
}

/** Overdue first; inside a group the earliest due first, then what has waited longest. */
export function groupTodos(items: readonly Todo[], today: string): readonly TodoGroup[] {
  const sorted = [...items].sort(
    (a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.since.localeCompare(b.since),
  )
  return ORDER.map((id) => ({
    id,
    items: sorted.filter((todo) => groupOf(todo.dueOn, today) === id),
  })).filter((group) => group.items.length > 0)
}
