import type { Role } from '../org/roles.ts'
import type { Content } from '../forms/form.ts'
import { DomainError } from '../shared/errors.ts'
import { isNamed, type Named } from './named.ts'

/**
 * A workflow is data: adding a step is adding a row. Buttons, to-do lists, the 409 answer and the
 * transition table of the database all come from here.
 */
export type Workflow = {
  readonly initial: string
  readonly states: Readonly<Record<string, StateDefinition>>
  readonly actions: Readonly<Record<string, ActionDefinition>>
}

export type StateDefinition = {
  readonly title: string
  /** Working days until it is due, for the to-do list; absent where nobody is waited for. */
  readonly dueInDays?: number
  /** Where a document fixes the term instead: by its rule, from the act that led here. */
  readonly dueBy?: 'targetDisclosure' | 'resultDisclosure'
  /** Where the record itself names the day: a date field, or `rows/column` for the earliest of a table. */
  readonly dueFrom?: string
  /** Nothing more happens here. */
  readonly isFinal?: boolean
}

export type ActionDefinition = {
  readonly title: string
  readonly from: readonly string[]
  readonly to: string
  readonly by: readonly Role[]
  /** Of these posts only the people the record names. */
  readonly named?: Named
  /** Separation of duties: whoever did one of these on this record cannot do this. */
  readonly notBy?: readonly string[]
  /** `required`: the act cannot be done without a written opinion. */
  readonly opinion?: 'required' | 'optional'
  /** The act issues the next number of the agency's series, without gaps. */
  readonly isNumbered?: boolean
  /** A legal act repeats object and amount before it is done and is never the default button. */
  readonly isLegalAct?: boolean
  /** It sends work back: the form need not be complete. */
  readonly isReturn?: boolean
  /** Done by the system as the effect of another act; no button, no route. */
  readonly isSystem?: boolean
  /** Of the roles under `by` only those this parameter of the place names. */
  readonly chosenBy?: 'targets.first_review'
  /**
   * A field of rows that calls for this act: it waits for somebody only while rows stand there that nobody
   * has acted on as they are.
   */
  readonly calledBy?: string
  /** `false`: offered for the rare case, but nobody is waited for to do it. */
  readonly isTodo?: boolean
}

export type PastAct = { readonly action: string; readonly personId: string }

/** What a role may do in a state, without looking at who did what before. */
export function actionsFrom(workflow: Workflow, state: string, role: Role): string[] {
  return Object.entries(workflow.actions)
    .filter(([, action]) => action.from.includes(state) && action.by.includes(role) && !action.isSystem)
    .map(([name]) => name)
}

/** What this person may do now; acts for other people, or that separation of duties forbids, are left out. */
export function availableActions(
  workflow: Workflow,
  state: string,
  actor: { readonly role: Role; readonly personId: string },
  past: readonly PastAct[],
  content: Content,
): string[] {
  return actionsFrom(workflow, state, actor.role).filter(
    (name) =>
      isNamed(workflow.actions[name]?.named, actor, content) && !separatedBy(workflow, name, actor, past),
  )
}

/** The earlier act of the same person that forbids this one, since the last return; or nothing. */
export function separatedBy(
  workflow: Workflow,
  action: string,
  actor: { readonly personId: string },
  past: readonly PastAct[],
): string | undefined {
  const forbidden = workflow.actions[action]?.notBy ?? []
  return past.find((act) => act.personId === actor.personId && forbidden.includes(act.action))?.action
}

/**
 * The state after the action.
 * @throws DomainError ACTION_NOT_AVAILABLE when the action does not exist or not from this state.
 */
export function step(workflow: Workflow, state: string, action: string): string {
  const definition = workflow.actions[action]
  if (!definition?.from.includes(state)) {
    const title = workflow.states[state]?.title ?? state
    throw new DomainError(
      'ACTION_NOT_AVAILABLE',
      `当前环节为“${title}”，不能办理“${definition?.title ?? action}”，请刷新后按可办理事项操作。`,
      { state, action },
    )
  }
  return definition.to
}

/** The state a history adds up to; the nightly proof compares it with the stored one. */
export function replay(workflow: Workflow, history: readonly string[]): string {
  return history.reduce((state, action) => step(workflow, state, action), workflow.initial)
}

/** A faulty table is refused when the program starts, not when an officer presses a button. */
export function assertWorkflow(name: string, workflow: Workflow): void {
  const known = (state: string) => state in workflow.states
  const faults = Object.entries(workflow.actions).flatMap(([action, { from, to, notBy }]) => [
    ...[...from, to].filter((state) => !known(state)).map((state) => `${action}: unknown state ${state}`),
    ...(notBy ?? [])
      .filter((other) => !(other in workflow.actions))
      .map((o) => `${action}: unknown act ${o}`),
  ])
  if (!known(workflow.initial)) faults.push(`unknown initial state ${workflow.initial}`)
  if (faults.length > 0) throw new Error(`workflow ${name}: ${faults.join('; ')}`)
}
