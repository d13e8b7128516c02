import { findNumerals } from '../../documents/numerals.ts'
import type { ParameterReader } from '../../rules/parameter-values.ts'
import { type DateText, formatDate } from '../../shared/dates.ts'
import { computeTaskEscalation } from '../compute/task-escalation.ts'
import { isOwed, OWED_DAYS } from '../task-due.ts'
import type { FigureBook, Stated } from './figure-book.ts'
import type { ProjectFigures } from './state-projects.ts'

/** Rectification overdue so long that the place names it in its circular. */
export type NamedTask = {
  readonly project: ProjectFigures
  readonly task: ProjectFigures['result']['tasks'][number]
  /** The field of the task with the day it owed. */
  readonly field: (typeof OWED_DAYS)[keyof typeof OWED_DAYS]
  readonly dueOn: DateText
  /** As the parameter of the place words it. */
  readonly level: string
}

/** RES-021: the tasks of these projects that have gone up to the circular by a day. */
export function findNamedTasks(
  projects: readonly ProjectFigures[],
  { rules, asOf }: { readonly rules: ParameterReader; readonly asOf: DateText },
): NamedTask[] {
  return projects.flatMap((project) =>
    project.result.tasks.flatMap((task): NamedTask[] => {
      const field = isOwed(task.state) ? OWED_DAYS[task.state] : undefined
      const dueOn = field && task[field]
      if (!field || !dueOn) return []
      const { level, explanation } = computeTaskEscalation({ dueOn, today: asOf }, rules)
      return level === 'circular' ? [{ project, task, field, dueOn, level: explanation.result }] : []
    }),
  )
}

/** 整改逾期点名: each task with its project and unit, the day it was due and how far it went up; nothing without one. */
export function tellNamedTasks(book: FigureBook, tasks: readonly NamedTask[]): string[] {
  if (tasks.length === 0) return []
  const lines = tasks.map(({ project, task, field, dueOn, level }) => {
    const { projectName, unitName } = project.result
    const due = book.record(
      { label: `${projectName}${task.recordTitle}期限`, text: formatDate(dueOn), value: dueOn },
      task,
      field,
    )
    const title = book.quoted(task.recordTitle, `${projectName}整改任务`, task, 'title')
    const words = `${project.name}（${unitName}）的${title}，期限${due.mark}，${levelWords(book, level, due)}`
    return { due, words }
  })
  const dues = lines.map(({ due }) => due)
  const count = { label: '整改逾期点名的任务数', text: `${tasks.length}项`, value: String(tasks.length) }
  const told = lines.map(({ words }) => words).join('；')
  return [`整改逾期点名${book.computed(count, 'RES-021', dues).mark}：${told}。`]
}

/** The words of the parameter, its days entered as what follows from the day that was missed. */
function levelWords(book: FigureBook, level: string, due: Stated): string {
  let words = ''
  let done = 0
  for (const { place, text, value, kind } of findNumerals(level)) {
    if (kind === 'order') continue
    const stated = { label: `整改逾期升级：${level}`, text, value }
    words += level.slice(done, place) + book.computed(stated, 'RES-021', [due]).mark
    done = place + text.length
  }
  return words + level.slice(done)
}
