import { PLAN_STAGES, type PlanStage, STAGES } from '../workflow/record-kind.ts'

/** What the timeline needs of a record. */
export type TimelineRecord = {
  readonly kind: string
  readonly state: string
  readonly stateSince: string
  readonly dueOn: string | null
}

export type TimelineStage = {
  readonly stage: PlanStage
  readonly title: string
  readonly state: 'notStarted' | 'underway' | 'done' | 'overdue'
  /** Day of the last movement; absent when nothing has happened yet. */
  readonly since?: string
}

/** The record whose end closes the stage for the timeline. */
const DONE: Readonly<Record<PlanStage, { readonly kind: string; readonly states: readonly string[] }>> = {
  exante: { kind: 'exante.evaluation', states: ['approved'] },
  targets: { kind: 'targets.sheet', states: ['approved', 'published'] },
  monitoring: { kind: 'monitoring.round', states: ['concluded'] },
  evaluation: { kind: 'evaluation.finance', states: ['confirmed', 'closed'] },
  results: { kind: 'results.budgetDecision', states: ['decided'] },
}

/** The five stages of a project as they stand: drawn on its file and counted in the cockpit. */
export function timelineOf(records: readonly TimelineRecord[], today: string): TimelineStage[] {
  return PLAN_STAGES.map((stage) => {
    const own = records.filter((record) => record.kind.startsWith(`${stage}.`))
    const closing = own.filter((record) => record.kind === DONE[stage].kind)
    const isDone = closing.length > 0 && closing.every((record) => DONE[stage].states.includes(record.state))
    const isOverdue = own.some((record) => record.dueOn !== null && record.dueOn < today)
    const since = own
      .map((record) => record.stateSince)
      .sort()
      .slice(-1)[0]
      ?.slice(0, 10)
    return {
      stage,
      title: STAGES[stage],
      state: own.length === 0 ? 'notStarted' : isDone ? 'done' : isOverdue ? 'overdue' : 'underway',
      ...(since === undefined ? {} : { since }),
    }
  })
}
